"""Wordings that make a sentence not worth checking, per language, as regular expressions."""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, words

OPINION = {
    "id": words(
        r"""
        sungguh|luar biasa|menakjubkan|sayangnya|tentu saja|jelas bahwa|menurut saya|saya rasa
        saya pikir|patut (?:diapresiasi|dipuji|diacungi)|memalukan|mengagumkan|inspirasi
        menginspirasi|makna (?:yang )?mendalam|hebat|cantik|memang|pelajaran|layak
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
        令人(?:惊叹|遗憾|鼓舞|振奋|深思|钦佩)|不得不说|毫无疑问|显然|可惜|笔者|我认为|在我看来
        可以说|值得(?:深思|点赞|肯定|警惕|期待|我们)|堪称|无疑|有目共睹|发人深省|启示
        意义(?:深远|重大)|不言而喻|殊不知|归根结底|说到底
        """
    ),
}

# Importance asserted rather than shown.
HYPE = {
    "id": words(
        r"""
        titik balik|tonggak|perubahan besar|menandai|menyoroti pentingnya
        sangat (?:baik|penting|mengesankan)|luar biasa|revolusi\w*|tidak hanya .{3,80} tetapi juga
        mencuri perhatian|menggemparkan|menghebohkan|fenomenal|mendalam
        """
    ),
    "en": words(
        r"""
        game[- ]?chang\w+|turning point|watershed|milestone|landmark|revolution\w*|groundbreaking
        unprecedented|seismic|paradigm|wake-up call|took the world by storm|breathtaking
        """
    ),
    "zh": alternatives(
        r"""
        标志性|里程碑|风靡|热潮|颠覆|奇迹|横空出世|震撼|风暴|转折点|物美价廉|一石激起|备受瞩目
        广泛关注|热议|典范|不仅.{3,40}(?:更|也|还|而且)|更重要的是|烟消云散|敲响(?:了)?警钟|游戏规则
        """
    ),
}

SLOGAN = {
    "id": words(
        r"""
        masa depan (?:yang lebih|umat|bersama|cerah|gemilang|teknologi|dunia)
        demi (?:kemajuan|kemanusiaan|masa depan)|seluruh umat manusia|umat manusia|bersama-sama
        semangat|membangun (?:dunia|bangsa|masa depan)|era baru|babak baru|strategi nasional
        menuju indonesia (?:maju|emas)
        tidak hanya tentang|bukan (?:hanya|sekadar|cuma) (?:tentang|soal)|jalan menuju
        kunci (?:sukses|masa depan|kejayaan)|menuju (?:masa depan|kejayaan)
        kerja sama dan keterbukaan|keterbukaan dan
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
        命运共同体|造福(?:全)?人类|全人类|人类(?:社会|文明|福祉|的未来)|照亮
        共同(?:构建|打造|开创|努力)|贡献(?:力量|智慧|中国)|美好未来|更加美好|人间正道|大有可为|不负韶华|以梦为马|阔步前行|脱颖而出|迎难而上|奋斗正当时|新时代|新篇章|新征程|携手|康庄
        拥抱|始终(?:倡导|坚持|秉持)|开放合作|合作共赢|互利共赢|在于开放|而非对抗|成功之路|大势所趋
        时代潮流|历史潮流|终将|必将|徒劳|未来在于|通往未来|良机|梦想|积极参与|向善|包容|应有之义
        才能(?:真正|走|行稳)|行稳致远|任重道远|势不可挡|没有赢家|民族复兴|初心|砥砺
        """
    ),
}

FORECAST = {
    "id": words(
        r"""
        akan|bakal|kelak|nantinya|diharapkan|dijangka|mungkin akan|berpotensi|dapat menjadi
        boleh menjadi
        """
    ),
    "en": words(
        r"""
        will|shall|won'?t|is going to|are going to|going to|is likely to|are likely to
        may (?:soon|well)|is expected to|are expected to|is poised|in the (?:coming|years to come)
        """
    ),
    "zh": alternatives(
        r"""
        将(?:会|继续|成为|推动|有望|带来|是|进一步|为|更|迎来|不断|在)|必将|终将|有望|未来(?!在)
        预计|或将|可望|势必|都将|将(?=阻碍|促进|改变)
        """
    ),
}

HYPOTHETICAL = {
    "id": words(
        r"""
        jika|apabila|seandainya|andai|bila|kalau|sekiranya|jikalau
        """
    ),
    "en": words(
        r"""
        if|unless|suppose|imagine|what if|assuming|were to|would have|could have|would|could|might
        """
    ),
    "zh": r"如果|假如|倘若|若是|若|一旦|即便|即使|假设|万一|要是|设想|只要|除非",
}

ADVICE = {
    "id": words(
        r"""
        harus|perlu|sebaiknya|hendaknya|wajib|mesti|seharusnya|seyogianya|harap|mohon|jangan
        sepatutnya|ayo|mari|sila|hendaklah|patut
        """
    ),
    "en": words(
        r"""
        should|must|ought to|need(?:s)? to|have to|has to|let us|let's|please|don'?t forget
        make sure|be sure|it is (?:important|essential|vital|time)
        """
    ),
    "zh": alternatives(
        r"""
        应该|应当|应(?=加强|坚持|积极|重视|尽快|以|把|从)|必须|需要(?!的)
        要(?=加强|坚持|重视|警惕|以|让|把)|不应|不要|请(?![求来愿])(?<!申请)(?<!聘请)(?<!邀请)|务必
        不妨|亟需|亟待|理应|切勿|有必要
        """
    ),
}

WE = {
    "id": words(
        r"""
        kita|kami|saya|aku|anda|kamu
        """
    ),
    "en": words(
        r"""
        we|our|us|i|i'm|i've|my|you|your|you're
        """
    ),
    "zh": r"我们|咱们|笔者|你|您|我(?!国|市|省|军)",
}

MORAL = {
    "id": words(
        r"""
        setiap orang|semua (?:orang|pihak|negara)|tidak ada (?:yang|seorang)|selalu
        seperti (?:kata )?pepatah|sejarah (?:telah )?(?:membuktikan|menunjukkan|mengajarkan)
        pada akhirnya|pada dasarnya|intinya|referensi untuk
        memberikan (?:inspirasi|referensi|pelajaran)|pentingnya
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
        任何|凡是|永远|从来|总是|历史(?:证明|告诉|已经|所证明|表明)|归根到底|从长远|长远(?:来)?看
        谁(?:能|都|也)|只有.{2,24}才|唯有|事实(?:证明|上)?胜|所谓|正所谓|俗话说
        正如.{1,8}(?:证明|所言|所说)|面前|越.{1,6}越|有违|有悖|无益于|本质上|短暂|真正的
        """
    ),
}

_QUESTION = r"[？?][\x22”’'」』]?\s*$"

QUESTION = {"id": _QUESTION, "en": _QUESTION, "zh": _QUESTION}

META = {
    "id": alternatives(
        r"""
        \b(?:artikel ini|tulisan ini|laporan ini akan)\b
        \b(?:berikut (?:ini )?(?:adalah|ulasan|beberapa|penjelasan|daftar)|mari simak|simak)\b
        \b(?:di bawah ini|seperti (?:gambar|tabel)|baca)\b
        \bartikel ini\b
        """
    ),
    "en": words(
        r"""
        this (?:article|story|post|piece|newsletter|episode|podcast)
        here (?:is|are|'s) (?:what|how|why|the|our|a)|in this (?:article|post|report|episode)
        read on|as (?:shown|seen) (?:in|below|above)|below (?:is|are)|stay tuned
        we (?:explain|explore|look at|break down)
        """
    ),
    "zh": alternatives(
        r"""
        本文|这篇文章|下文|以下(?:是|为|内容|文章)|如下|如图|上图|下图|我们来看|一起来看|接下来|本期
        本节|敬请期待|详见|请看|以上(?:就是|内容)|且看
        """
    ),
}

ADVERT = {
    "id": words(
        r"""
        promo spesial|gratis ongkir|beli sekarang|daftar sekarang|penawaran (?:khusus|terbatas)
        dapatkan|cuma hari ini|jangan lewatkan|hubungi (?:kami|sekarang)|kupon
        """
    ),
    "en": words(
        r"""
        buy now|limited offer|free trial|special offer|order now|coupon|deal of|shop now|learn more
        don't miss
        """
    ),
    "zh": alternatives(
        r"""
        (?:限时|独家|专属)优惠|优惠(?:券|码|活动价)|限时|立即(?:购买|下载|注册|抢购)
        免费(?:领取|试用)|折扣码|抢购价|粉丝福利|扫码|加微信|立即报名|秒杀价|点击(?:下方|链接|此处)
        """
    ),
}

VAGUE_SUBJECT = {
    "id": alternatives(
        r"""
        ^\W*(?:hal ini|ini|itu|kompetisi ini|persaingan ini|semua ini|situasi ini)\b
        ^\W*(?:perkembangan ini|fenomena ini)\b
        """
    ),
    "en": r"^\W*(?:this|that|these|those|it|such|all this|the question|the answer)\b",
    "zh": alternatives(
        r"""
        ^[^\u4e00-\u9fffA-Za-z]*(?:这(?:种|些|一|样|也|是|场|无疑)?|那|此|其实|因此|总之|综上|由此)
        """
    ),
}
