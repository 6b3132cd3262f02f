"""Words around the verbs of `speech_verbs` that say who says something, per language.

`SOURCES` introduce a speaker ("menurut Cole"); what may stand between one and the verb, and what
stands there and names nobody, is here too.
"""

from __future__ import annotations

import re

from claims.extraction.lexicon.wording import alternatives, words

CHINESE_DATA = (
    r"(?:(?:发布|公布|披露|提供|出具|编制)的?|的)?(?:最新|独家)?(?:一[项份])?"
    r"(?:数据|统计|调查|报告|研究|监测|资料|年报|财报|民调|问卷|抽查|普查)(?:结果|数据|资料|报告)?"
    r"(?:均|则|也|还)?(?:显示|表明|指出|发现|称)"
)
"""What makes the one before it the source: 协会公布的数据显示."""

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
    r"|(?:ketika|saat|waktu|masa) itu|bahkan|justru|akhirnya|sendiri|lantas|langsung"
    r"|\w{3,}ly|himself|herself|(?:last|this) \w+|lewat \w+|melalui \w+"
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
        r"|federation|confederation|alliance|coalition|chamber|league|guild|charity|think[- ]tank"
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
    (?:bantah|sanggah|tepis|kicau|cuit|gerutu|protes|tukas|kelakar|seloroh|pesan|pinta|kilah)nya
    menurutnya
    """
)
"""Indonesian "ujarnya": said by whoever spoke last."""

# What may stand between a Chinese speaker and the verb: 还、昨日、在接受采访时、透过声明稿.
# Of several that begin alike the longest stands first: the first that fits is taken, or 刚刚刚刚
# could be read in as many ways as it has characters, and more.
_ADVERBS = alternatives(
    r"""
    (?:(?!地)[一-龥]){1,2}地|毫不(?:客气|讳言|避讳|留情|掩饰|犹豫)地?|直言不讳地?|开门见山地?
    斩钉截铁地?|毫无保留地?|实名举报|话锋一转|脱口而出
    (?:上|本|这|下)?(?:周|星期|礼拜)[一二三四五六日天]|(?:\d{1,2}月)?\d{1,2}[日号]|[早晚]间|[一-龥]{2}时间
    (?:[去今前明]年|当年)?(?:年[初底末中]|\d{1,2}月(?:[初底末中]|[上中下]旬)?)|(?:[去今前]年|当年)|月[初底中]|本月|上个?月
    [几数两一二三\d]+(?:年|个?月|周|天|日)[之以]?[前后]|[这此那上]一?[次回番]|本次|这下|[早晚]上|上午|中午|下午|凌晨|清晨|傍晚|深夜
    [昨今]日|[昨今前]天|[昨今]晚|今早|当[天日晚时场庭众]|[同翌次隔]日|隔天|第二天|同时|同样|早前|早些时候|后来|进一步|随[后即]
    此前|近[日来期]|日前|最近|目前|如今|眼下|先[前后]|早先|稍[早后晚]|之前|其后|旋即|立即|立刻|当即|会[上后]|赛[前后]|事后|席间|私下
    [上下本这]个?(?:周|星期|月)|[昨今][(（]\d{1,2}[)）]日?|早就|[随顺信]口|特别|专门|特意|特地|再[次度三]|重新|公[开然]|一再|一直|一口|一度|郑重|正式|明确|首[先度次]|最[后终]|坦率地?|坦诚|书面|哽咽
    已经|早已|仍然|依然|虽然|尽管|固然|诚然|高调|低调|普遍|多次|屡次|屡屡|频频|反复|始终|原本|率先|纷纷|接连|至今|刚刚|才刚
    罕见|严[厉正词]|不[断忘禁满]|甚至|直接|坚[决持]|强烈|终于|总算|干脆|索性|突然|忽然|到处|四处|居然|竟然|反[而倒]|倒是|其实|确实|的确|果然
    自己|本人|亲[口自]|忍不住|不得不|不由得|连忙|赶[紧忙]|主动|被迫|无奈|苦笑|笑着|含泪|愤怒|愤而|激动|接着|继续|转而|更是|更加
    [(（][^()（）]{1,40}[)）]|还|也|则|曾|又|再|亦|就|均|都|并|却|更|已|仍|刚|便|怒|虽|另|只|仅|\s|[，,]
    """
)
CHINESE_ADVERB = f"(?>{_ADVERBS})"
CHINESE_OPENERS = alternatives(
    r"""
    要知道|其实|事实上|实际上|不过|可是|但是?|而且?|然而|此外|另外|同时|对此|其中|至于|就连|连|接着是?|接下来是?|再比如|比如
    例如|当然|结果|最后|随后|后来|更早前?|年[初底末中]|早在[^，,。]{1,8}
    """
)
"""What a clause may begin with before its subject."""

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
    预计|预期|期盼|统计|报道|报导|评论|给出|声明|觉得|提及|提到|猜测|揣测|推论|赞同|认同|赞叹|惊叹|惊呼|叹息|忧心|保证
    承诺|许诺|提示|点评|列举|概括|归纳|[说称指驳斥]
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
        r"文[中内里末]\Z",
    )
)
"""What stands where a name would and names nobody; matched from its beginning."""
