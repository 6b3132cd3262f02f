"""Wordings that make a sentence worth checking, or not, per language, as regular expressions."""

from __future__ import annotations

COMPARISON = {
    "id": (
        r"\b(?:lebih \w+|ter(?:besar|kecil|tinggi|rendah|murah|mahal|cepat|baik|buruk|banyak|pantas|kemuka|kuat|canggih|populer)|paling \w+|sebanding|setara|setanding"
        r"|dibandingkan|berbanding|melampaui|mengungguli|mengatasi|menyamai|menyaingi|mengalahkan|menandingi|kesenjangan|jurang|sepersekian|hanya sebagian"
        r"|dua kali|kali lipat|unggul|keunggulan|pertama di dunia|satu-satunya|terkemuka|mendominasi|(?:sangat|relatif|jauh) (?:rendah|murah|tinggi|kecil|sedikit|mahal)|biaya (?:yang )?(?:\w+ )?rendah|kos (?:yang )?(?:\w+ )?rendah)\b"
    ),
    "en": (
        r"\b(?:more \w+ than|less \w+ than|(?:bigger|smaller|higher|lower|cheaper|faster|better|worse|larger|fewer|greater|stronger|weaker|older|newer|ahead|costlier)(?: than)?"
        r"|biggest|largest|smallest|highest|lowest|cheapest|fastest|best|worst|leading|most \w+|least \w+|compared (?:with|to)|comparable|on par|rivals?|rivaling|rivalling"
        r"|outperform\w*|surpass\w*|exceed\w*|overt(?:ook|ake\w*)|beat\w*|match(?:es|ed|ing)?|fraction of|twice|double[ds]?|triple[ds]?|times (?:more|less|as)|only \w+ (?:to|that)|gap|lag\w*|the first|record|than)\b"
    ),
    "zh": (
        r"相比|比较|对比|媲美|比肩|不亚于|堪比|不逊|匹敌|超越|超过|赶超|领先|落后|优于|劣于|高于|低于|远低|远高|低得多|少于|多于|仅为|只有|不到|一半|倍|几分之一|分之一|最(?:大|小|高|低|多|少|快|好|强|先进|便宜|新|佳|热门|受欢迎|早)"
        r"|首(?:个|次|款|家|位|屈)|第一|唯一|排名|居首|登顶|榜首|史上|历史新|截然相反|差距|持平|相当(?:于)?|同类|更(?:低|高|少|多|快|强|好|便宜|小|大|先进|优)|低成本|成本(?:较|更|极|超|很)?低|大幅|显著|创(?:下|纪录|新|历史)|风靡"
    ),
}

CAUSE = {
    "id": r"\b(?:karena|kerana|disebabkan|menyebabkan|akibat|akibatnya|sehingga|memicu|mencetuskan|mengakibatkan|mendorong|menimbulkan|berkat|berkontribusi|memungkinkan|membolehkan|membuktikan|terletak pada|alasan|faktor|sebab|dampak|kesan daripada|mempengaruhi)\b",
    "en": r"\b(?:because|due to|caus\w+|result(?:s|ed|ing)? (?:in|from)|led to|leads to|leading to|prompt\w+|trigger\w+|sparked|as a result|thanks to|driven by|contribut\w+|enabl\w+|allow(?:s|ed|ing)|owing to|forc(?:ed|ing)|proves?|proved)\b",
    "zh": r"因为|由于|导致|引发|造成|致使|因此|使得|促使|归因|得益于|受.{1,10}影响|源于|缘于|带来|拉低|推动了|原因|引起|迫使|冲击|掀起|证明|验证",
}

# What a named actor did: a finished act, told.
EVENT = {
    "id": (
        r"\b(?:telah|sudah|berhasil|resmi|pernah|merilis|meluncurkan|dirilis|diluncurkan|mengumumkan|diumumkan|menerbitkan|diterbitkan|mengakuisisi|membeli|menjual|menginvestasikan|melarang|dilarang|memblokir|diblokir"
        r"|membuka|menutup|menandatangani|menuntut|menggugat|memecat|menunjuk|ditunjuk|melaporkan|mencatat|mencatatkan|mencapai|menjadi|didirikan|mendirikan|dikembangkan|mengembangkan|mengintegrasikan|menggunakan|membatasi|memberlakukan"
        r"|anjlok|merosot|turun|naik|melonjak|jatuh|kehilangan|menghapus|terhapus|meraih|memenangkan|mengguncang|mengejutkan|menghentikan|menangguhkan|menyelidiki|meretas|terungkap|tewas|melampaui|mendukung|dilatih|melatih"
        r"|melancarkan|dilancarkan|mengharamkan|susut|menjunam|meningkat|menurun|memotong|memangkas|menaikkan|menurunkan|berbasis di|berpangkalan di|berpusat di|terdiri|memiliki|mempunyai|mengalami|menyumbang|memperoleh|menarik|disekat|menyekat|ditubuhkan|diasaskan)\b"
    ),
    "en": (
        r"\b(?:has|have|had|was|were|been) (?:\w+ )?(?:\w+(?:ed|en|wn|ne|lt|ld|ught|unk|pt)|cut|put|paid|made|said)\b|\b(?:released|launched|unveiled|announced|published|acquired|bought|sold|invested|banned|blocked|opened|closed|signed|sued|fired|hired|appointed"
        r"|reported|recorded|reached|became|founded|developed|built|trained|integrated|used|restricted|imposed|fell|dropped|plunged|tumbled|slid|sank|rose|jumped|surged|soared|gained|lost|wiped|erased|won|stunned|shook|rattled|halted|suspended|investigated|hacked|killed"
        r"|overtook|cut|raised|lowered|slashed|topped|spent|paid|earned|posted|shipped|filed|ordered|agreed|approved|rejected|began|started|ended|added|made|grew|shrank|employs|owns|operates|costs?|charges|backed|merged|closed|sent|came|took|hit)\b"
    ),
    "zh": (
        r"发布|推出|上线|公布|宣布|开源|公开|收购|投资|出售|起诉|禁止|封禁|禁用|下架|签署|成立|创立|创办|任命|辞职|开发|研发|训练|采用|使用|实现|完成|达到|突破|下跌|暴跌|大跌|重挫|跳水|蒸发|上涨|大涨|飙升|飙涨|增长|减少|下降|降至|升至|跌至|获得|赢得|取得"
        r"|登顶|震惊|震动|震撼|引发|遭|受到|调查|指控|泄露|泄漏|攻击|限制|实施|采取|选择|举行|召开|发生|启动|终止|暂停|支持|接入|集成|部署|适配|合作|裁员|聘用|融资|上市|破产|达成|签订|拥有|占|位于|总部|购买|采购|囤积|使用了|花费|耗资|投入|支出|收费|定价|降价|涨价|已(?:经)?|曾|了(?!解|不|然|得)"
    ),
}

HISTORY = {
    "id": r"\b(?:sejak|sebelumnya|selama (?:\w+ )?tahun|didirikan pada|pada tahun|pertama kali|tahun lalu|dekade|sejarah|sebelum ini)\b",
    "en": r"\b(?:since \d{4}|previously|founded in|established in|in (?:19|20)\d\d|for the first time|decades?|in history|historically|formerly|earlier (?:this|last))\b",
    "zh": r"此前|曾经|自.{2,8}以来|历史上|成立于|创立于|首次|多年来|过去.{1,4}年|当年|早在|以往|先前",
}

STATISTICS = {
    "id": r"\b(?:data (?:dari|menunjukkan|resmi)|statistik|survei|laporan|badan pusat statistik|jabatan perangkaan|hasil (?:riset|penelitian|studi|kajian)|kajian|studi|penelitian oleh|indeks|kapitalisasi pasar|pangsa pasar|permodalan pasaran)\b",
    "en": r"\b(?:data (?:from|show\w*|released)|statistics|survey|census|study|report|research (?:by|from|shows?)|index|market (?:value|cap\w*|share)|benchmarks?|filings?|figures|according to)\b",
    "zh": r"数据显示|统计|调查显示|报告(?:显示|称|指出)|研究(?:显示|表明|发现)|市值|市占率|市场份额|指数|财报|白皮书|基准测试|评测|跑分|榜单",
}

OPINION = {
    "id": r"\b(?:sungguh|luar biasa|menakjubkan|sayangnya|tentu saja|jelas bahwa|menurut saya|saya rasa|saya pikir|patut (?:diapresiasi|dipuji|diacungi)|memalukan|mengagumkan|inspirasi|menginspirasi|makna (?:yang )?mendalam|hebat|cantik|memang|pelajaran|layak)\b",
    "en": r"\b(?:amazing|incredible|unfortunately|of course|clearly|obviously|in my (?:view|opinion)|i (?:think|believe|feel)|shameful|wonderful|terrible|inspir\w+|remarkable|lesson|undoubtedly|needless to say|let'?s face it|arguably|perhaps|worth (?:noting|remembering))\b",
    "zh": r"令人(?:惊叹|遗憾|鼓舞|振奋|深思|钦佩)|不得不说|毫无疑问|显然|可惜|笔者|我认为|在我看来|可以说|值得(?:深思|点赞|肯定|警惕|期待|我们)|堪称|无疑|有目共睹|发人深省|启示|意义(?:深远|重大)|不言而喻|殊不知|归根结底|说到底",
}

SLOGAN = {
    "id": r"\b(?:masa depan (?:yang lebih|umat|bersama|cerah|gemilang|teknologi|dunia)|demi (?:kemajuan|kemanusiaan|masa depan)|seluruh umat manusia|umat manusia|bersama-sama|semangat|membangun (?:dunia|bangsa|masa depan)|era baru|babak baru|strategi nasional|tidak hanya tentang|bukan (?:hanya|sekadar|cuma) (?:tentang|soal)|jalan menuju|kunci (?:sukses|masa depan|kejayaan)|menuju (?:masa depan|kejayaan)|kerja sama dan keterbukaan|keterbukaan dan)\b",
    "en": r"\b(?:the future (?:of|belongs|is|lies)|brighter|all of (?:humanity|mankind|us)|humanity|mankind|together we|stand (?:together|united)|new (?:era|chapter|dawn)|is not (?:just|only|merely) about|isn'?t (?:just|only|merely) about|better (?:world|future|tomorrow)|path (?:to|forward)|openness and|spirit of|hand in hand|one thing is (?:clear|certain)|only time will tell|remains to be seen)\b",
    "zh": r"命运共同体|造福(?:全)?人类|全人类|人类(?:社会|文明|福祉|的未来)|照亮|共同(?:构建|打造|开创|努力)|贡献(?:力量|智慧|中国)|美好未来|新时代|新篇章|新征程|携手|康庄|拥抱|始终(?:倡导|坚持|秉持)|开放合作|合作共赢|互利共赢|在于开放|而非对抗|成功之路|大势所趋|时代潮流|历史潮流|终将|必将|徒劳|未来在于|通往未来|良机|梦想|积极参与|向善|包容|应有之义|才能(?:真正|走|行稳)|行稳致远|任重道远|势不可挡|没有赢家|民族复兴|初心|砥砺",
}

FORECAST = {
    "id": r"\b(?:akan|bakal|kelak|nantinya|diharapkan|dijangka|mungkin akan|berpotensi|dapat menjadi|boleh menjadi)\b",
    "en": r"\b(?:will|shall|won'?t|is going to|are going to|going to|is likely to|are likely to|may (?:soon|well)|is expected to|are expected to|is poised|in the (?:coming|years to come))\b",
    "zh": r"将(?:会|继续|成为|推动|有望|带来|是|进一步|为|更|迎来|不断|在)|必将|终将|有望|未来(?!在)|预计|或将|可望|势必|都将|将(?=阻碍|促进|改变)",
}

HYPOTHETICAL = {
    "id": r"\b(?:jika|apabila|seandainya|andai|bila|kalau|sekiranya|jikalau)\b",
    "en": r"\b(?:if|unless|suppose|imagine|what if|assuming|were to|would have|could have|would|could|might)\b",
    "zh": r"如果|假如|倘若|若是|若|一旦|即便|即使|假设|万一|要是|设想|只要|除非",
}

ADVICE = {
    "id": r"\b(?:harus|perlu|sebaiknya|hendaknya|wajib|mesti|seharusnya|seyogianya|harap|mohon|jangan|sepatutnya|ayo|mari|sila|hendaklah|patut)\b",
    "en": r"\b(?:should|must|ought to|need(?:s)? to|have to|has to|let us|let's|please|don'?t forget|make sure|be sure|it is (?:important|essential|vital|time))\b",
    "zh": r"应该|应当|应(?=加强|坚持|积极|重视|尽快|以|把|从)|必须|需要(?!的)|要(?=加强|坚持|重视|警惕|以|让|把)|不应|不要|请(?![求来愿])(?<!申请)(?<!聘请)(?<!邀请)|务必|不妨|亟需|亟待|理应|切勿|有必要",
}

WE = {
    "id": r"\b(?:kita|kami|saya|aku|anda|kamu)\b",
    "en": r"\b(?:we|our|us|i|i'm|i've|my|you|your|you're)\b",
    "zh": r"我们|咱们|笔者|你|您|我(?!国|市|省|军)",
}

MORAL = {
    "id": r"\b(?:setiap orang|semua (?:orang|pihak|negara)|tidak ada (?:yang|seorang)|selalu|seperti (?:kata )?pepatah|sejarah (?:telah )?(?:membuktikan|menunjukkan|mengajarkan)|pada akhirnya|pada dasarnya|intinya|referensi untuk|memberikan (?:inspirasi|referensi|pelajaran)|pentingnya)\b",
    "en": r"\b(?:everyone|everybody|nobody|no one|always|never before|history (?:has )?(?:shows?|shown|teaches|proves?|proven)|in the end|ultimately|at the end of the day|any (?:country|company|nation|attempt|effort)|after all|true \w+ (?:lies|comes)|in essence|the moral|the question is)\b",
    "zh": r"任何|凡是|永远|从来|总是|历史(?:证明|告诉|已经|所证明|表明)|归根到底|从长远|长远(?:来)?看|谁(?:能|都|也)|只有.{2,24}才|唯有|事实(?:证明|上)?胜|所谓|正所谓|俗话说|正如.{1,8}(?:证明|所言|所说)|面前|越.{1,6}越|有违|有悖|无益于|本质上|短暂|真正的",
}

QUESTION = {
    "id": r"\?[\"”’']?\s*$",
    "en": r"\?[\"”’']?\s*$",
    "zh": r"[？?][\"”’」』]?\s*$",
}

META = {
    "id": r"\b(?:artikel ini|tulisan ini|laporan ini akan|berikut (?:ini )?(?:adalah|ulasan|beberapa|penjelasan|daftar)|mari simak|simak|di bawah ini|seperti (?:gambar|tabel)|baca)\b|\bartikel ini\b",
    "en": r"\b(?:this (?:article|story|post|piece|newsletter|episode|podcast)|here (?:is|are|'s) (?:what|how|why|the|our|a)|in this (?:article|post|report|episode)|read on|as (?:shown|seen) (?:in|below|above)|below (?:is|are)|stay tuned|we (?:explain|explore|look at|break down))\b",
    "zh": r"本文|这篇文章|下文|以下(?:是|为|内容|文章)|如下|如图|上图|下图|我们来看|一起来看|接下来|本期|本节|敬请期待|详见|请看|以上(?:就是|内容)|且看",
}

ADVERT = {
    "id": r"\b(?:promo spesial|gratis ongkir|beli sekarang|daftar sekarang|penawaran (?:khusus|terbatas)|dapatkan|cuma hari ini|jangan lewatkan|hubungi (?:kami|sekarang)|kupon)\b",
    "en": r"\b(?:buy now|limited offer|free trial|special offer|order now|coupon|deal of|shop now|learn more|don't miss)\b",
    "zh": r"(?:限时|独家|专属)优惠|优惠(?:券|码|活动价)|限时|立即(?:购买|下载|注册|抢购)|免费(?:领取|试用)|折扣码|抢购价|粉丝福利|扫码|加微信|立即报名|秒杀价|点击(?:下方|链接|此处)",
}

VAGUE_SUBJECT = {
    "id": r"^\W*(?:hal ini|ini|itu|kompetisi ini|persaingan ini|semua ini|situasi ini|perkembangan ini|fenomena ini)\b",
    "en": r"^\W*(?:this|that|these|those|it|such|all this|the question|the answer)\b",
    "zh": r"^[^\u4e00-\u9fffA-Za-z]*(?:这(?:种|些|一|样|也|是|场|无疑)?|那|此|其实|因此|总之|综上|由此)",
}

# A categorical no can be checked: "not one child", 从未收购.
DENIAL = {
    "id": r"\b(?:tidak ada|tiada|tak ada|tidak pernah|tak pernah|belum pernah|belum|bukan|tanpa|membantah|menepis|menafikan|tidak satu ?pun|tidak benar|tidak mungkin|menyangkal|hoaks)\b",
    "en": r"\b(?:no|not (?:a single|one|any)|none|never|neither|nobody|nothing|did not|didn't|does not|has not|have not|had not|denied|denies|without|untrue|false)\b",
    "zh": r"没有(?!.{0,2}赢家)|从未|从不|未曾|未有|尚未|并未|无人|不存在|不是|并非|不可能|否认|不实|谣言|不涉及|不包含|没(?=拿|收|用|做|参)",
}

# Importance asserted rather than shown.
HYPE = {
    "id": r"\b(?:titik balik|tonggak|perubahan besar|menandai|menyoroti pentingnya|sangat (?:baik|penting|mengesankan)|luar biasa|revolusi\w*|tidak hanya .{3,80} tetapi juga|mencuri perhatian|menggemparkan|menghebohkan|fenomenal|mendalam)\b",
    "en": r"\b(?:game[- ]?chang\w+|turning point|watershed|milestone|landmark|revolution\w*|groundbreaking|unprecedented|seismic|paradigm|wake-up call|took the world by storm|breathtaking)\b",
    "zh": r"标志性|里程碑|风靡|热潮|颠覆|奇迹|横空出世|震撼|风暴|转折点|物美价廉|一石激起|备受瞩目|广泛关注|热议|典范|不仅.{3,40}(?:更|也|还|而且)|更重要的是|烟消云散|敲响(?:了)?警钟|游戏规则|游戏",
}
