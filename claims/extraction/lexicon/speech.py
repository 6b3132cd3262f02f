"""Words that say who says something, per language.

`SUBJECT_FIRST` verbs follow their speaker ("Cole mengatakan"), `SPEAKER_AFTER` ones come before
("ujar Cole"), `SOURCES` introduce one ("menurut Cole").
"""

from __future__ import annotations

import re

from claims.extraction.lexicon.wording import alternatives, words

SUBJECT_FIRST = {
    "id": alternatives(
        r"""
        mengatakan|menyatakan|mengungkapkan|menekankan|menjelaskan|menegaskan|mengakui|menambahkan
        memperingatkan|membantah|menyebutkan|menyebut|mencatat|menilai|percaya|meyakini
        berpendapat|menuturkan|memaparkan|menuliskan|menulis|meminta|menyerukan|mendesak
        mengumumkan|melaporkan|memperkirakan|memprediksi|mengklaim|menunjukkan bahwa|menyampaikan
        berkata|bertanya|mengingatkan|menggambarkan|mengkritik|memuji|menolak|mengonfirmasi
        mengkonfirmasi|menuduh|mengisyaratkan|mengeluhkan|mengusulkan|menyarankan|menganggap
        mempertanyakan|menanggapi|merespons|menjawab|mengutip|menerangkan|membenarkan|melihat
        menyoroti|bersikeras|menepis|menampik|menyanggah|menuntut|mengimbau|menghimbau
        menyayangkan|mengecam|menggugat|bercerita|menceritakan|mengajak|menantang|menyangkal
        meragukan\w*|mengaku|menaksir|mengira|menuding|mengeluh|berpandangan|bersaksi|menjamin
        mematok|memastikan|berharap|menargetkan|menghitung|berikrar|berdalih|menjanjikan|berjanji
        mengutarakan|menduga|menyimpulkan|memberitahu|memaklumkan|mendakwa|menafikan|mengesahkan
        menganggarkan|meramalkan|menjangka|mengulas|bimbang|memetik|menyifatkan|mendedahkan
        beranggapan|berargumen|beralasan|berpesan|berujar|bertutur|berseloroh|berkelakar|menimpali
        mengklarifikasi|mengamini|mengiyakan|mengisahkan|membocorkan|mengkhawatirkan|mencontohkan
        menyinggung|mengutuk|menjabarkan|menguraikan|merekomendasikan|menyeru|memberi amaran
        melahirkan kebimbangan|menyuarakan|mempersoalkan|memandang|mengapresiasi|memprotes
        berkomentar|mencuit|menemukan|membeberkan|mengemukakan|mengeklaim|memproyeksikan|merinci|menengarai
        mensinyalir|menyindir|meluruskan|menggarisbawahi|mewanti-wanti|menandaskan|mengungkap|mengkritisi
        merilis (?:data|laporan|survei|hasil|angka|temuan|riset)|dipetik sebagai berkata|melontarkan
        menggesa|menegur|yakin bahawa|menambah|mempertikaikan|membidas|mencadangkan
        """
    ),
    "en": alternatives(
        r"""
        said|says|say|told|tells|added|adds|noted|notes|stated|states|claimed|claims|announced
        announces|reported|reports|warned|warns|argued|argues|believes|believed|acknowledged
        acknowledges|admitted|admits|denied|denies|estimated|estimates|wrote|writes|tweeted|posted
        explained|explains|insisted|insists|predicted|predicts|called|suggested|suggests|confirmed
        confirms|stressed|stresses|emphasized|emphasised|pointed out|points out|described|describes
        disputed|disputes|rejected|rejects|urged|urges|revealed|disclosed|conceded|praised
        criticized|criticised|questioned|cautioned|observed|remarked|recalled|asked|expects|expected
        alleged|accused|promised|promises|maintains|maintained|reckons|reckoned|puts (?:it|the)
        put (?:it|the)|spoken of|spoke of|claim|contends|contended|declined|concluded|concludes
        found|finds|vowed|pledged|has promised|counters|countered|declared|testified|responded
        replied|commented|likened|dubbed|blasted|slammed|hailed|touted|mocked|quipped|joked|lamented
        complained|boasted|bragged|calculated|calculates|clarified|reiterated|speculated|hinted
        theori[sz]ed|signall?ed|put the|advise[sd]?|recommend(?:s|ed)|assert(?:s|ed)|affirm(?:s|ed)
        cites|cited(?! (?:in|by|as)\b)|blames|blamed(?! (?:for|by|in|on)\b)|thinks?|doubts|agrees
        opined|posited|posits|underscored|underlined|echoed|retorted|ruled out|made clear|tallied
        surmised|guessed|figured|hypothesi[sz]e[sd]?|disagree[sd]|proposed|demanded|refuted
        calls (?!for\b)|assure[sd]|rebutted|hit back|made the case|issued a statement
        raised (?:the possibility|concerns?|alarm|doubts?|questions?)
        """
    ),
    "zh": alternatives(
        r"""
        表示|提醒|坚称|感慨|估算|测算|推算|直指|斥|痛批|怒斥|喊话|断言|反问|抱怨|担忧|担心|期望|希望
        澄清|表明|发现|看好|看淡|警示|指控|指责|描述|总结|指出|认为|强调|透露|坦言|写道|写说|回应
        告诉|宣布|介绍|警告|补充|提到|直言|解释|相信|预计|预测|估计|承认|否认|呼吁|声明|声称|宣称
        报道|报导|评论|评价|坦承|称赞|赞扬|批评|质疑|重申|反驳|呼籲|披露|证实|主张|建议|敦促|预期
        分析(?:说|称|道|指|(?=[，,：:]))|发文|发帖|受访时|接受采访|撰文|引述|援引|感叹|形容|谈到|谈及|说明|说道
        表态|咬定|断定|笃定|力挺|看衰|唱衰|嘲讽|讽刺|揭露|揭发|点出|点明|阐述|陈述|讲述|回忆|忆述|辩称|辩解|答复
        扬言|呛声|自曝|踢爆|研判|判断|推断|推测|猜测|认定|判定|确认|更正|指称|供称|供述|谴责|抗议|告诫|预告|预警|预言
        预判|转述|直斥|怒批|痛斥|批判|反对|留言|重提|发声明|发言时
        发[出布](?:警报|警告|预警|通知|通报|声明|公告|消息|倡议)|的(?:说法|看法|判断|观点|结论|估算)[^，。：:]{0,4}(?=[：:])
        发推|爆料|吐槽|放话|直呼|预估|推估|评估(?=[，,：:])|统计(?=[，,：:])|公告(?=称|说|[，,：:])|诉苦|炮轰|抨击|调侃
        (?:把|将)[^，。]{1,12}?(?:形容[为成]|描述[为成]|称[为作]|比作|比喻[为成]|誉为|评价为)
        裁示|批示|下令|承诺|提议|通报|倡议|驳斥|驳|给出(?=的|.{0,6}(?:目标|预测|数字|估算))
    提出(?=.{0,6}(?:法案|草案|提案|要求|建议|诉讼|指控|方案|目标))
        (?<![小传听据])说|(?<![著着号堪职名简俗统昵尊世])称|指(?=[，,：:“「])
        """
    ),
}

CHINESE_DATA = (
    r"(?:(?:发布|公布|披露|提供|出具|编制)的?|的)?(?:最新|独家)?(?:一[项份])?"
    r"(?:数据|统计|调查|报告|研究|监测|资料|年报|财报|民调|问卷|抽查|普查)(?:结果|数据|资料|报告)?"
    r"(?:均|则|也|还)?(?:显示|表明|指出|发现|称)"
)
"""What makes the one before it the source: 协会公布的数据显示."""

SPEAKER_AFTER = {
    "id": alternatives(
        r"""
        ujar|kata|ungkap|tutur|jelas|tegas|imbuh|tambah|ucap|sebut|papar|terang|lanjut|tulis|cetus
        tandas|pungkas|kata pula|beber|urai|sambung|klaim|jawab|kenang|simpul|menurut hemat
        cuit|kilah|dalih|timpal|seru|sindir|keluh|beritahu
        """
    ),
    "en": alternatives(
        r"""
        said|says|added|wrote|explained|noted|argued|warned|stated|insisted|recalled|tweeted|posted
        joked|quipped|remarked|continued|concluded
        """
    ),
}

_ON_DATA = (
    r"(?:berdasarkan|merujuk(?: pada)?|mengacu pada|sesuai)"
    r" (?:data|laporan|catatan|survei|riset|studi|keterangan|hasil \w+)"
    r"(?: (?:dari|resmi|terbaru|milik|yang dirilis))*"
)
SOURCES = {
    "id": alternatives(
        rf"""
        {_ON_DATA}
        menurut|berdasarkan pernyataan|mengutip|dikutip dari|dilansir dari|dilansir|dilaporkan oleh
        seperti dikatakan|memetik
        """
    ),
    "en": (
        r"according to|as reported by|in the words of|cited by|quoted by"
        r"|based on (?:data|figures|estimates) (?:from|by)"
    ),
}

SHOWS = (
    r"menunjukkan|memperlihatkan|mengindikasikan|menyiratkan|mengungkap|shows?|showed|suggest|indicate[sd]?"
    r"|found|finds?|reveal(?:s|ed)?|put"
)
"""What data do: then whoever they belong to says it."""

PASSIVE_SOURCE = (
    r"(?:dilaporkan|diberitakan|dikatakan|disampaikan|diungkapkan|dijelaskan|dikabarkan|dinyatakan)"
    r"(?: oleh)?"
)
"""Indonesian passives whose agent follows: "seperti dilaporkan Kompas"."""

PLANS = {
    "id": "berkomitmen|berencana|bertekad|berniat|bercadang|merancang untuk",
    "en": r"(?:plans?|planned|intends?|intended|aims?|aimed|(?:is|has) committed) to",
    "zh": r"计划(?=[^，。的]{4})|打算|拟(?=[于在将投收建出])",
}
"""A plan is known only by the word of whoever makes it, who stands before it."""

VOICES = {
    "id": (
        r"juru ?bicara|jurucakap|jubir|analis|pengamat|ekonom|pejabat|perwakilan|peneliti"
        r"|penganalisis|kuasa hukum|direksi|pegawai"
    ),
    "en": (
        r"spokes\w+|officials?|analysts?|researchers?|executives?|representatives?|lawyers?"
        r"|economists?|scientists?|sources?|engineers?|leaders?|staff|investigators?|strategists?"
    ),
}
"""Those who speak for the organisation they are named with."""

COMMON_FORM = r"Pe[a-z]{4,}|[A-Z][a-z]{3,}(?:an|nya)"
"""Indonesian nouns by their form: pengacara, pedagang, dukungan."""

PLURAL_PEOPLE = r"[A-Z][a-z]+(?:[^t]ers|ors|ists|ents|ants|ians|ees|men|eople|ials|ics)\Z"
"""People in general at the start of a sentence: "Farmers say"; not "Reuters"."""

BEFORE_A_VERB = (
    r"also|has|had|have|later|earlier|then|repeatedly|previously|separately|itself|still|now"
    r"|on \w+day|in a statement|juga|turut|pun|telah|sudah|akan|sempat|kemudian|sebelumnya|kembali"
    r"|pernah|masih|kini|sendiri|secara \w+|pada \w+|tidak|belum"
    r"|(?:ketika|saat|waktu|masa) itu"
)
"""What may stand between a subject and its verb."""

MEDIUM = (
    r"\b(?:in|on) (?:an?|his|her|its|their) (?:[\w-]+ ){0,2}"
    r"(?:post|statement|interview|memo|letter|speech|tweet|blog|filing|note)\b"
    r"|\bdalam (?:sebuah |satu )?"
    r"(?:unggahan|wawancara|pernyataan|keterangan|pidato|surat|siaran pers|cuitan|kenyataan)\w*"
)
"""Where something was said; then it was said, whatever the verb."""

INSTITUTIONS = {
    "id": (
        r"kepolisian|polisi|polis|polres\w*|polda|pemerintah|kementerian|kejaksaan|pengadilan|otoritas"
        r"|dinas|badan|lembaga|rumah sakit|bank sentral|panitia|kerajaan|mahkamah|jabatan|kedutaan"
        r"|stasiun cuaca|asosiasi|serikat|organisasi|militer|tentara|parlemen|bursa|bank"
        r"|universitas|kantor|hospital|jaksa"
    ),
    "en": (
        r"[Pp]olice|ministry|government|agency|authority|authorities|department|regulators?|watchdog"
        r"|court|council|commission|central bank|bank|union|university|hospital|office|bureau|army"
        r"|navy|committee|board|institute|association|embassy|parliament|prosecutors|military"
        r"|exchange|airline|operator|centre|center|laborator(?:y|ies)|newspaper|magazine|broadcaster"
    ),
    "zh": (
        r"警方|检方|校方|院方|军方|厂方|店方|警察局|海关|当局|消防部门|交通部门|卫生部门|监管部门|主办方"
    ),
}
"""Nouns of institutions that speak without a name of their own."""

PRONOUNS = {
    "id": r"dia|ia|beliau|pihaknya",
    "en": r"he|she",
    "zh": r"他|她",
}

THE_COMPANY = {
    "id": (
        r"(?:perusahaan|syarikat|firma|startup|raksasa)(?: [^,.;]{2,60})? (?:ini|itu|tersebut)"
        r"|(?:perusahaan|syarikat|perseroan|emiten|manajemen)"
    ),
    "en": r"the (?:[\w-]+ ){0,2}(?:company|firm|start-?up|group|giant|maker|carmaker|retailer)",
    "zh": (
        r"(?:这家|该|这间)[^，。]{0,8}?(?:公司|企业|机构|集团|厂商|巨头)"
        r"|(?:\A|[，,。])(?:公司|集团|企业|厂商)(?:方面)?"
    ),
}
"""An organisation named before, as the subject of a verb of speech."""

SPEAKER_IN_VERB = words(
    r"""
    (?:ujar|kata|ungkap|tutur|jelas|tegas|imbuh|tambah|ucap|sebut|papar|terang|lanjut|tulis)nya
    (?:sambung|beber|tandas|pungkas|urai|cetus|seru|aku|cerita|kenang|jawab|simpul|keluh|sindir)nya
    menurutnya
    """
)
"""Indonesian "ujarnya": said by whoever spoke last."""

# What may stand between a Chinese speaker and the verb: 还、昨日、在接受采访时、透过声明稿.
CHINESE_ADVERB = alternatives(
    r"""
    还|也|则|曾|又|再|亦|就|均|都|并|却|更|已经?|早已|仍然?|刚刚?|便|怒|早前|早些时候|[一-龥]{1,2}地|哽咽|实名举报|当众|后来|进一步|随后|此前|近日|日前|昨日|今日|昨天|今天
    同时|特别|再次|公开|进一步|一再|郑重|正式|明确|同样|首先|最后|坦率地|书面|当天|当日|当晚|当时|昨晚
    (?:上|本|这)?(?:周|星期|礼拜)[一二三四五六日天]|(?:\d{1,2}月)?\d{1,2}[日号]|[早晚]间
    [一-龥]{2}时间|先前|早先|稍早|稍[后晚]|之前|其后|随即|旋即|近来|近期|最近|频频|屡屡|至今|[同翌次隔]日|隔天|第二天|直接|坚决
    一口|虽然?|尽管|高调|低调|另|只|仅|一直|普遍|多次|屡次|反复|始终|原本|率先|纷纷|接连|先后|立即|立刻|首度|首次|罕见|严厉|当场|当庭|不断|不忘|甚至
    [早晚]上|上午|下午|凌晨|[(（][^()（）]{1,40}[)）]|\s|[，,]
    """
)
_SETTING = (
    "(?:回复|答复|回应|受访|接受|出席|在|于|对|向|通过|透过|就|针对|致函|发文|发布|表态|告诉|与|接收)"
    "[^。；“”「」，,]{0,28}?"
)
# At most two settings: each may end anywhere, so more would try all ways to share out the words.
CHINESE_BETWEEN = rf"(?:{CHINESE_ADVERB})*(?:{_SETTING}(?:{CHINESE_ADVERB})*){{0,2}}"

_SAID = alternatives(
    r"""
    说|說|表示|指出|认为|認為|强调|強調|写道|寫道|称|稱|问道|問道|坦言|直言|补充|補充|回应|回應
    问|問|道
    """
)
CHINESE_TAIL = re.compile(rf"[^。！？!?；，,“”\n]{{0,40}}(?:{_SAID})[。！!]")
"""What follows a quotation's closing mark when the sentence ends with who said it."""

_NOBODY = alternatives(
    r"""
    有关|相关|业内|外界|多位|一些|不少|有|分析|专家|媒体|记者|网友|消息|他们|我们|这|那|该|其他|人们|据|公开
    平台|官方|作者|于是|时|任何|许多|包括|曾|常|方面|高度|成果|应|向|和|金融|马上|万一|简单|何|全|单|明确
    经济|此|当地|外媒|本报|本台|.{0,6}团体|知情|从|本|时间|同时|公司|接近|熟悉|了解|多名|数名|几名|两名|目前
    市场|项目|研究|项|计|.{0,3}(?:媒体|人士|机构|记者)
    """
)
_COMMON_ENDS = alternatives(
    r"""
    [民员家们人客众师户商者手迷方界群体函稿帖片表案里上下外时后前来]
    研究|报告|数据|消息|文章|结果|声明|通知|公告|文件|媒体|社会|舆论|声音|观点|说法|理论|规定|条例|合同
    协议|警告|视频|信息|资料|调查|新闻|内容|分析|市场|行业|产业|政策|计划|方案|事件|情况|问题|原因|标准
    指南|指标|统计|模型|技术|产品|历史|事实|经验|实验|证据|理由|家属|亲属|小编|编辑|警察|警官|夫妇|夫妻
    母亲|父亲|妻子|丈夫|女儿|儿子|老板|店主|高层|领导|同事|邻居|司机|网红|公众|企业|公司|集团|机构|部门
    政府|官方|人士|团体|组织|团队|单位|学校|医院|银行|对方|双方|各方|平台|官媒|党媒|陆媒|台媒|美媒|英媒|日媒
    """
)
CHINESE_COMMON = (
    "(?:根据|依据|按照|业内|业界|外界|坊间|公司|正如|卫星|雷达|遥感|现场|后台|实时|交易|就业|抽样|随机|[这那该此其本某有没不很都只大小多各每所可如若因但而就才又也还再从在对向为与和把给让使以用按据自"
    "听总换再虽话初最更较已将被曾仍全现近上下前后同另简号统堪俗通一二三两几0-9])"
    f"|.*[的了是在不把被将和与及而或但也都就还对向从为以让给使有没无这那其此我你他她它们之所于到着过等]"
    f"|.*(?:{_COMMON_ENDS})\\Z|.[队生友女派书信文图法令中内去年月日天]\\Z"
)
"""What is no name of an unknown shape; matched from its beginning."""

CHINESE_FEELS = alternatives(
    r"""
    发现|担忧|担心|期望|希望|相信|看好|看淡|主张|计划|打算|拟|提出|评价|说明|表明|描述|总结|介绍|建议|感叹|分析
    判断|推断|推测|猜测|认定|判定|确认|反对|回忆|讲述|陈述|抗议|留言|预告|预警|更正|的.*
    预计|预期|期盼|统计|报道|报导|评论|给出|声明|[说称指驳斥]
    """
)
"""Verbs of speech that many do, or that end other words: they make no name of what is none."""

CHINESE_NO_NAMES = "|".join(
    (
        rf"(?:{_NOBODY})(?:人士|人|界|们|者|此|方|间)?\Z",
        r".*(?:[向对在将被把不了的是]|本报|本刊|第三方)",
        r".*等[^等]{0,8}\Z",  # 海港集团等公司
        r"(?!.*[·•・])(?:这|那|该|其|他的|她的|它|们|某)",  # 他信 is a name
        r"(?:GDP|CPI|PPI|PMI|IPO|AI|App|APP)\Z",
        r"(?:[去今明前近当]年|昨[日天]|[一两几数多]家|普遍|超过|.*我\Z)",
        r"(?:其中)?[一二三四五六七八九十两几数多\d]+[名位个人家]\Z",
        r".*(?:会上|会后|私下|事后|当众|席间|期间|途中|以来|之后|之前|以后|[上下本每][周月])\Z",
    )
)
"""What stands where a name would and names nobody; matched from its beginning."""
