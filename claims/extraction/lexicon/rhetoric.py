"""How newspapers build opinion, hype, slogans and morals, per language, as regular expressions.

The rows describe constructions first ("bukan sekadar … melainkan …", 唯有…才能…, 是…之道) and stock
phrases second. A word belongs here when any paper's leader page could use it of any subject.
"""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, words

OPINION = {
    "id": words(
        r"""
        sungguh|luar biasa|menakjubkan|sayangnya|tentu saja|jelas bahwa|menurut saya|saya rasa
        saya pikir|patut (?:diapresiasi|dipuji|diacungi|disyukuri|disayangkan|dipertanyakan)
        memalukan|mengagumkan|memprihatinkan|mengecewakan|menyedihkan|membanggakan|ironis(?:nya)?
        inspirasi|menginspirasi|hebat|cantik|memang|layak|wajar (?:jika|bila|saja)|anehnya
        untungnya|celakanya|tak (?:heran|ayal|pelak)|tidak (?:heran|mengherankan)|konyol|naif
        alangkah|betapa|seolah-olah|bagaimanapun juga|hemat (?:saya|penulis)
        """
    ),
    "en": words(
        r"""
        amazing|incredible|unfortunately|of course|clearly|obviously|in my (?:view|opinion)
        i (?:think|believe|feel)|shameful|wonderful|terrible|inspir\w+|remarkable|lesson|undoubtedly
        needless to say|let'?s face it|arguably|perhaps|worth (?:noting|remembering)
        """
    ),
    "zh": alternatives(
        r"""
        令人(?:惊叹|遗憾|鼓舞|振奋|深思|钦佩|担忧|痛心|欣慰|动容|费解|不齿|唏嘘|发指|失望|敬佩)
        不得不说|毫无疑问|毋庸置疑|显然|可惜|遗憾的是|幸运的是|笔者|我认为|在我看来|可以说
        值得(?:深思|点赞|肯定|警惕|期待|称道|借鉴|反思|商榷|尊敬|我们)|堪称|无疑|有目共睹|发人深省
        耐人寻味|意味深长|启示|意义(?:深远|重大|非凡)|不言而喻|不言自明|殊不知|说到底|难免|未免
        何尝|何等|岂能|岂不|岂止|不禁|恰恰|可见|足见|不难(?:看出|发现|想象|理解)
        """
    ),
}

# Importance asserted rather than shown.
HYPE = {
    "id": words(
        r"""
        (?:titik|momen) (?:balik|tolak|bersejarah|penentu)|tonggak|terobosan|gebrakan|sejarah baru
        perubahan (?:besar|drastis|mendasar)|menandai|luar biasa|revolusi\w*|mendalam|spektakuler
        mengubah (?:segalanya|wajah|peta|dunia|sejarah)|belum pernah terjadi
        sangat (?:baik|penting|mengesankan|strategis|berarti|membanggakan|menjanjikan)
        (?:mencuri|menyita|menarik|merebut) (?:\w+ )?(?:perhatian|sorotan|hati)|menggemparkan
        mengguncang|menggegerkan|(?:berkembang|tumbuh|(?:perkemb|pertumbuh)\w+) (?:sangat )?pesat
        menghebohkan|heboh|fenomenal|fantastis|dahsyat|gemilang|buah bibir|primadona|tiada duanya
        (?:menunjukkan|menegaskan|menyoroti|menggarisbawahi|mencerminkan|membuktikan) betapa
        (?:menunjukkan|menegaskan|menyoroti|menggarisbawahi|mencerminkan) (?:penting|perlu|kuat)nya
        (?:tidak|bukan) (?:hanya|sekadar|cuma|saja|semata) .{3,80} (?:tetapi|tapi|melainkan)
        """
    ),
    "en": words(
        r"""
        game[- ]?chang\w+|turning point|watershed|milestone|landmark|revolution\w*|groundbreaking
        unprecedented|seismic|shockwaves?|paradigm|wake-up call|took the world by storm|breathtaking
        """
    ),
    "zh": alternatives(
        r"""
        标志性|里程碑|划时代|史无前例|前所未有|空前|革命性|颠覆|奇迹|神话|传奇|横空出世|石破天惊
        震撼|轰动|惊艳|瞩目|风靡|席卷|引爆|刷屏|爆红|火爆|出圈|一夜之间|热潮|浪潮|狂潮|风暴|黑马
        取得.{0,8}(?:显著|重大|长足|可喜)的?(?:进展|成效|进步|成果|突破)
        不断(?:涌现|完善|丰富|壮大|深化)|(?:逐步|日益|日趋)(?:丰富|完善|成熟|壮大|深化)|方兴未艾
        蓬勃发展|日新月异|如火如荼|欣欣向荣|逆袭|碾压|吊打|完胜|王炸|重磅|遥遥领先|弯道超车
        转折点|分水岭|新标杆|典范|榜样|一石激起
        备受(?:关注|青睐|期待|推崇)|广泛关注|热议|敲响.{0,2}警钟|游戏规则|改写.{0,6}(?:历史|格局|规则)
        (?:更|最|尤为|尤其)(?:重要|可贵|难得|关键|可怕|珍贵|宝贵)的是|难能可贵
        不仅.{3,40}(?:更|也|还|而且)|岂止.{2,20}更|与其说.{2,30}不如说
        """
    ),
}

SLOGAN = {
    "id": words(
        r"""
        masa depan (?:yang lebih|umat|bersama|cerah|gemilang|teknologi|dunia|bangsa|anak)
        demi (?:kemajuan|kemanusiaan|masa depan|kejayaan|generasi|anak cucu|bangsa)
        seluruh umat manusia|umat manusia|bersama-sama|bahu-membahu|bergandengan tangan|bersatu padu
        semangat|membangun (?:dunia|bangsa|masa depan|peradaban)|(?:era|babak|lembaran|fajar) baru
        (?:menuju|mewujudkan|menyongsong|meraih|menjemput) (?:\w+ ){0,3}(?:maju|emas|jaya|gemilang)
        (?:menuju|mewujudkan|menyongsong|meraih|menjemput) (?:\w+ ){0,3}(?:sejahtera|cerah|impian)
        (?:menuju|menyongsong|meraih|menjemput) (?:\w+ ){0,2}(?:masa depan|kejayaan|kemajuan)
        (?:tidak|bukan) (?:lagi )?(?:hanya|sekadar|cuma|melulu|semata) (?:tentang|soal|mengenai)
        (?:tidak|bukan) (?:lagi )?(?:hanya|sekadar|cuma|melulu|semata) (?:perkara|urusan|masalah)
        (?:jalan|jembatan|pintu|gerbang) (?:menuju|bagi masa depan)
        kunci (?:utama|sukses|kemajuan|masa depan|kejayaan|kemenangan|kebahagiaan)
        sudah (?:saat|waktu)nya|kini saatnya|saatnya (?:kita|bagi|untuk)|pantang (?:menyerah|mundur)
        tak kenal lelah|harapan (?:baru|besar|bangsa)|secercah harapan|cita-cita|generasi penerus
        (?:wujudkan|jadikan|tingkatkan|lestarikan|wariskan|kobarkan)
        """
    ),
    "en": words(
        r"""
        the future (?:of|belongs|is|lies)|brighter|all of (?:humanity|mankind|us)|humanity|mankind
        together we|stand (?:together|united)|new (?:era|chapter|dawn)
        is not (?:just|only|merely) about|isn'?t (?:just|only|merely) about
        better (?:world|future|tomorrow)|path (?:to|forward)|openness and|spirit of|hand in hand
        one thing is (?:clear|certain)|only time will tell|remains to be seen
        """
    ),
    "zh": alternatives(
        r"""
        让我们|命运共同体|全人类|人类(?:社会|文明|福祉|的?(?:未来|进步|命运))|造福
        (?:正|才|方)(?:是|为).{1,24}(?:之(?:道|路|策|举|本|基|源|魂)|的(?:关键|根本|出路|正道|希望|底气))
        (?:成功|发展|复兴|强国|富民|兴国|必由|康庄|和平|共赢)(?:之路|大道)|人间正道|不二法门
        在于[^。；]{1,20}(?:而非|而不是|而不在)|不在于.{1,20}而在于|没有.{1,12}就没有
        (?:必|终|势必|注定|终究|终会)(?:将|会)|终将|注定|只会|势不可挡|不可阻挡|大势所趋|人心所向
        (?:时代|历史)的?(?:潮流|洪流|车轮|大势|呼唤|答卷|必然)|滚滚向前|没有(?:赢家|退路|捷径|旁观者)
        独善其身|适得其反|两败俱伤|自食其果|作茧自缚|搬起石头|开倒车
        (?:点燃|点亮|照亮|通往|通向|迈向|走向|奔向).{0,8}(?:未来|明天|前程|前路|希望|光明|复兴|辉煌|文明)
        (?:开启|迎接|开创|共创|赢得|创造).{0,8}(?:未来|明天|希望|辉煌|新时代|纪元|光明|新局面)
        (?:未来|明天|前景|前程|前途).{0,4}(?:可期|在于|属于|美好|光明|更加|会更)
        共同?(?:构建|打造|开创|努力|建设|谱写|书写|守护|筑牢|谋发展)|共(?:建|筑|谋|克)|同舟共济
        携手|齐心协力|众志成城|守望相助|凝聚.{0,8}(?:共识|力量|人心)|贡献.{0,8}(?:力量|智慧|方案)
        合作共赢|互利共赢|开放合作|包容|拥抱.{0,10}(?:未来|世界|变化|时代|挑战|合作)
        始终(?:倡导|坚持|秉持|坚守|牢记|致力|把|如一)|坚定不移|毫不动摇|一如既往|积极(?:参与|融入)
        弘扬|践行|秉承|初心|使命|担当|砥砺|奋楫|扬帆|启航|远航|破浪|披荆斩棘|迎难而上|阔步|谱写
        新时代|新篇章|新征程|新起点|新辉煌|民族复兴|追梦|圆梦|筑梦|逐梦|梦想|奋斗|拼搏
        任重(?:而)?道远|行稳致远|大有可为|大有作为|未来可期|时不我待|只争朝夕|不负|久久为功
        应有之义|题中之义|必然选择|才能(?:真正|走|行稳|赢得|立于|实现|不断|让)
        """
    ),
}

MORAL = {
    "id": words(
        r"""
        setiap (?:orang|insan|manusia|bangsa|negara)|siapa ?pun
        semua (?:orang|pihak|negara|kalangan)
        tidak ada (?:yang|seorang|jalan|alasan|kata)|tak ada (?:yang|jalan|alasan|kata)
        selalu|senantiasa|semoga|pepatah|peribahasa|kata orang bijak|ibarat|laksana
        (?:sejarah|waktu|pengalaman|kenyataan) (?:\w+ )?(?:membuktikan|menunjukkan|mengajarkan)
        (?:sejarah|waktu) (?:\w+ )?(?:menjawab|berbicara)|pada (?:akhir|dasar|hakikat|prinsip)nya
        intinya|sejatinya|hakikatnya|singkat kata|dengan kata lain|hikmah|pelajaran|pentingnya
        hanya dengan .{3,60} (?:bisa|dapat|akan|mampu)|tanpa .{3,60} (?:mustahil|sulit|takkan)
        (?:menjadi|jadi) (?:cermin|pengingat|teladan|renungan|peringatan|tamparan|momentum)
        (?:memberi|memberikan|membawa|menyalakan) (?:\w+ )?(?:inspirasi|teladan|harapan|makna)
        semakin [^,.]{2,30} semakin|lebih baik [^,.]{3,40} daripada
        """
    ),
    "en": words(
        r"""
        everyone|everybody|nobody|no one|always|never before
        history (?:has )?(?:shows?|shown|teaches|proves?|proven)|in the end|ultimately
        at the end of the day|any (?:country|company|nation|attempt|effort)|after all
        true \w+ (?:lies|comes)|in essence|the moral|the question is
        """
    ),
    "zh": alternatives(
        r"""
        任何|凡是|凡事|永远|从来|总是|每个人|所有人|没有(?:谁|哪)|谁(?:能|都|也|会)
        (?:历史|事实|实践|时间|经验|现实)(?:早?已|已经|反复|一再|终?将|会|也|所)?(?:证明|告诉|昭示|检验)
        正如.{1,12}(?:证明|所言|所说|那样)|事实胜
        归根(?:到底|结底)|从(?:长远|根本|本质)|长远(?:来)?看|本质上|(?:某种|这个)意义上
        只有.{2,24}才|[唯惟]有|越(?!来越).{1,6}越|与其.{2,20}不如|宁可|所谓|正所谓|俗话|常言|古人|老话
        (?:困难|灾难|危机|挑战|机遇|自然|生命|利益|诱惑|真相|时代|历史|科学|大势)面前|真正的
        (?:有违|有悖|违背|背离|辜负|无愧|愧对).{0,20}(?:精神|原则|初衷|宗旨|规律|潮流|道义|良知|期待)
        (?:有违|有悖)(?:常理|公平|人性)|从来都?是
        是(?:短暂|暂时|永恒|必然|脆弱|可怕|危险|可贵|光明|苍白|无价|相通|公平|残酷|有限|无限)的
        """
    ),
}
