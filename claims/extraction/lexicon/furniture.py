"""Formulas of page furniture, one regular expression to a line.

`LINES` are furniture wherever they stand; `FOOTERS` also open the tail of a page, after which
little of the article comes; `CAPTIONS` make the short line they stand on a caption. A formula
speaks to the reader or about the page: "DeepSeek's privacy policy says" is news, so a topic alone
("privacy policy", "copyright", "download") must not be one.
"""

from __future__ import annotations

from claims.extraction.lexicon.furniture_adverts import (
    CHINESE_ADVERTS,
    ENGLISH_ADVERTS,
    MALAY_INDONESIAN_ADVERTS,
)
from claims.extraction.lexicon.furniture_others import OTHER_FOOTERS, OTHER_LINES
from claims.extraction.lexicon.wording import formulas

_MALAY_INDONESIAN_LINES = formulas(
    r"""
    ^\W*(?:sumber|source|penulis|editor|reporter|penyunting|laporan|pewarta|wartawan)\s*:(?!.{60}.*[.?]$)
    ^\W*(?:reportase|penulis langsung|alih bahasa|tata letak|laporan tambahan)\b.{0,6}(?::|oleh)
    ^\W*(?:grafik|infografik|peta|referensi|alamat|jam buka|jadwal tayang)\s*:
    \b(?:dapat|bisa) diunduh \(|\bdata\b.{0,30}\btertunda\b|^.{0,30}\bundi\s*:
    \bterakhir disunting\b|\bpusat panggilan\b.{0,12}\d|\bpembaca yang menyukai ini\b
    \buntuk informasi lebih lanjut\b
    ^\W*(?:naskah|liputan) ini (?:disusun|didukung|disokong|terbit|disiarkan|diterjemah)
    ^\W*laporan ini (?:didukung|disokong|disiarkan)
    ^\W*selamat datang ke liputan\b|^\W*artikel ini mengandungi\b
    ^\W*(?:penterjemah|kontributor)\s*:
    ^\W*baca (?:juga|selengkapnya|lebih lanjut|lagi|lanjut|seterusnya|artikel)\b|\bbaca juga\s*:
    ^\W*(?:lihat|simak|tonton|saksikan|cek) (?:juga|video|selengkapnya|foto)\b
    \b(?:klik|ketuk|tekan) (?:di sini|disini|tautan|link|pautan|tombol)
    \bsila (?:klik|layari|ikuti|tekan)
    \b(?:catatan|keterangan|sumber) (?:sumber )?(?:gambar|foto)\b
    ^\W*(?:advertisement|iklan|gulir|scroll|bagikan|kongsi|komentar)\s*(?:[:(]|$|ini|artikel)
    ^\W*(?:komen|tags?|topik|label)\s*(?:[:(]|$|ini|artikel)
    ^\W*penulis (?:adalah|ialah|merupakan)\b
    \b(?:silakan|silahkan|sila)\b.{0,40}\b(?:whatsapp|nomor|nombor|email|e-mel)\b
    ^\W*(?:lanjutkan|teruskan) membaca|\bscroll (?:to continue|untuk)
    ^\W*(?:rilis pers|siaran pers|nota editor|catatan redaksi)\b
    \b(?:unduh|muat turun) (?:aplikasi|apl)\b.{0,40}(?:kami|sekarang|di|untuk)
    ^\W*(?:next article|artikel selanjutnya|halaman selanjutnya)\b|^\W*saksikan\b.{0,40}:\s*$
    \bpilihan redaksi\s*:?\s*$
    ^\W*baca\s*:|^\W*(?:rekomendasi|pilihan) (?:untuk ?(?:anda|kamu|mu)|editor|lainnya)\b
    ^\W*anda mungkin (?:juga )?(?:suka|minat|berminat|tertarik|menyukai)\b
    ^\W*(?:langganan|berlangganan|langgan)\b.{0,40}(?:mulai|dari|serendah|hanya|cuma)\b.{0,8}\d
    ^\W*(?:terpopuler|paling populer|trending|rekomendasi|lihat semua|berita utama)\b.{0,12}$
    ^\W*(?:jom|mari|yuk|ayo) (?:sertai|bergabung|gabung|ikuti|langgan|unduh|download)\b
    \b(?:hantar|kirim(?:kan)?) (?:aduan|berita|artikel|tulisan|opini) (?:anda|kamu|ke)\b
    \bkami menggunakan (?:cookie|kuki)|\bmeningkatkan pengalaman (?:anda|pengguna) di situs
    """,
    (
        r"\b(?:artikel|tulisan|berita) (?:ini|tersebut) (?:akan|telah|sudah|pertama|sebelumnya) ",
        r"(?:kali )?(?:tayang|terbit|dimuat|diterbitkan|ditulis|disiarkan|dikemas)",
    ),
    (
        r"\b(?:artikel|tulisan) ini (?:akan )?",
        r"""
        membahas|mengulas|mengupas|menganalisis|menjelaskan|menyajikan|merangkum|membincangkan
        disusun|memuat|disiarkan|diterjemahkan|ditulis
        """,
    ),
    (
        r"\b(?:gambar|ilustrasi|foto|imej)\b.{0,30}\b(?:dihasilkan|dibuat|dijana) ",
        r"(?:oleh|dengan|menggunakan) (?:AI|kecerdasan)",
    ),
    (
        r"\b(?:dapatkan|terima) (?:berita|update|informasi|notifikasi|kemas ?kini|info)\b.{0,40}",
        r"terbaru|terkini|pilihan|anda|kami|di|melalui",
    ),
    (
        r"^\W*(?:ikuti|sertai|gabung|bergabung|langgan|berlangganan|sukai|daftar)\b.{0,40}",
        r"""
        channel|saluran|kanal|grup|newsletter|buletin|akaun|akun|kami|sekarang
        whatsapp|telegram|google news|instagram|facebook|tiktok
        """,
    ),
    # What tells the reader to do something with "us" or "yours"; quoted speech is not ours.
    (
        r"^[^\w\"“]*",
        r"""
        (?:ikuti|dapatkan|baca|simak|unduh|klik|daftar|gabung|dukung|bagikan|kirim)\b.{0,90}\b(?:kami|anda)\b
        (?:temukan|nikmati|pantau|tonton|isi|masukkan|pilih|berikan?|tinggalkan)\b.{0,90}\b(?:kami|anda)\b
        """,
    ),
    (
        r"\b(?:ikuti|sertai|gabung di|langgani|berlangganan) ",
        r"(?:kami|channel|saluran|kanal|grup|whatsapp|telegram|newsletter|buletin|akun|akaun)\b",
    ),
    (
        r"\bjangan (?:lupa|ketinggalan)\b.{0,20}\b",
        r"like|ikuti|subscribe|share|bagikan|berlangganan|kongsi",
    ),
    (
        r"^\W*(?:berita|artikel) ",
        r"(?:terkait|lainnya|lain|berkaitan|terpopuler|populer|pilihan|terkini)\b\s*:?\s*$",
    ),
)

_ENGLISH_LINES = formulas(
    r"""
    ^\W*(?:sources?|author|by-?line|editor|tags?)\s*:(?!.{60}.*[.?]$)
    ^\W*(?:edited by|reporting by|written by|photo by)\s*:
    \byou(?:['’]re| are) receiving this\b|^\W*unsubscribe\b|\bmanage (?:your )?preferences\b
    ^\W*you have \d+ free (?:articles?|stories)|^\W*you['’]re on the free\b|\bjump to recipe\b
    ^\W*appeared in the .{3,30} (?:print )?edition|^\W*(?:map|figure \d+|chart|table \d+)\s*:
    \btranslated from the \w+ by\b|^\W*with (?:a report|reports|reporting) (?:from|by)\b
    \bversion of this (?:essay|article|story|piece)\b|^\W*letters (?:should|must)\b|^\W*letters\s*:
    ^\W*this (?:report|story|content|project) was (?:produced|supported|funded) (?:with|by)
    ^\W*the (?:writer|author) (?:was a guest|travell?ed)\b|\bmember of the press council\b
    ^\W*image .{3,80}\bcredit\.{3}|★{2}|\d comments?\. join\b
    ^\W*(?:topics?|keywords|filed under|read more|see also|also read|related|more)\s*:
    ^\W*(?:additional )?(?:reporting|writing|editing|compiled|edited|translated) by\b
    ^\W*by [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4}(?: (?:and|in|&|,) .{2,40})?\s*$
    ^\W*the (?:writer|author|columnist) is (?:a|an|the)\b
    ^\W*share (?:this|on|via)\b
    ^\W*(?:read (?:more|next|also)|most read|related (?:articles?|stories|news|posts?))\b
    ^\W*(?:more on this|you may also like|recommended for you|trending now)\b
    \b(?:sign up|subscribe) (?:now|today|here|to our|for our|to the newsletter)
    \b(?:sign up|subscribe) (?:for the newsletter|to get|to receive)
    \bfollow (?:us|me) on\b
    ^\W*follow .{2,40} on (?:telegram|x|twitter|facebook|instagram|whatsapp|google news)
    ^\W*follow .{2,40} on (?:linkedin)
    ^\W*(?:print|save) this(?: (?:article|story|page))?\s*$
    \bdownload our\b|\bclick (?:here|the link|below)
    \bjoin our (?:channel|newsletter|community|whatsapp|telegram|mailing)
    \bin this (?:article|post|guide), (?:we|you)\b
    ^.{0,40}\bAI[- ]generated (?:image|illustration|picture)
    \bdo you have (?:a )?(?:tip|story|news)\b
    \b(?:contact|email) the (?:author|reporter|newsroom)|\b(?:in|to) your inbox\b
    \b\d+\s*(?:-\s*)?min(?:ute)?s? read\b
    ^\W*(?:first |last )?(?:updated|published|posted|modified)\s*(?:on|at|:)?\s*\w+ \d
    ^\W*most (?:viewed|popular|read|shared|watched)(?: now| today)?\W*(?:\d\b|$)
    ^\W*(?:an )?earlier versions? of this (?:article|story|report)|^\W*correction\s*:
    \bcan be reached (?:at|on|via|by)\b|\bsupport (?:our|independent) journalism
    \bby signing up,? you agree|\b(?:cookie|privacy) (?:choices|settings|preferences)
    \bpartners (?:store|process|access)\b|\bon your (?:device|browser)\b
    \bfrom [$£€]\d+ (?:a|per) (?:week|month|year),? (?:you|read|get|enjoy)
    ^\W*get the [\w ]{2,30}(?:newsletter|briefing|digest|app)\b|^\W*our editors pick\b
    \bunlock this (?:article|story)|\balready a (?:subscriber|member)|^\W*\d+ comments?\s*$
    ^\W*comments?\s*\(\d+\)|^\W*leave a (?:comment|reply)
    ^\W*become an? (?:\w+ )?(?:member|subscriber|supporter|patron)\b
    \b(?:owns?|holds?|has|have) no (?:shares|stock|positions?) in .{0,40}\b(?:mentioned|named)\b
    \b(?:the|this) editor (?:will )?(?:takes?|brings?) (?:you|everyone|everybody|readers)\b
    """,
    (
        r"^\W*(?:log in|sign in|sign up|subscribe|register|click here|tap here|download)\b.{0,60}",
        r"now|today|here|account|newsletter|access|app|continue|our|free",
    ),
    (
        r"^\W*[A-Z]\S+ [A-Z]\S+ (?:covers|has covered|reports on|writes about)\b",
        r".{0,60}\b(?:for|at) (?:the )?[A-Z]",
    ),
    (
        r"^\W*[A-Z]\S+ [A-Z]\S+ is (?:an?|the) [\w -]{0,40}",
        r"(?:reporter|correspondent|columnist|journalist|contributor|freelance\w*)\b",
    ),
    (
        r"^[^\w\"“]*",
        r"""
        (?:join|stay|get|share|tell|send|read|watch|listen|discover|explore|find|check|visit)\b.{0,90}\b(?:our|us|your)\b
        (?:enter|choose|sign|register|subscribe|follow|download|help|support|become|ask|email)\b.{0,90}\b(?:our|us|your)\b
        (?:subscribe|subscriptions?)\b.{0,40}(?:from|for|only|just)\b.{0,8}\d
        """,
    ),
    (
        r"\bthis (?:article|story|post) ",
        r"""
        will|was (?:first|originally|produced|supported|translated)|originally|first
        has been (?:updated|translated|edited)|is (?:part of|for|provided|intended|republished)
        explores|examines|looks at|explains|discusses|contains
        """,
    ),
    (
        r"\b(?:image|illustration|picture|photo)s? (?:was |were |is |are )?",
        r"(?:generated|created|made) (?:by|with|using)\b",
    ),
    (
        r"^\W*(?:advertisement|sponsored|skip to|loading|share|copy link|email this)",
        r"\s*(?:content|article|story|\.{3})?\s*$",
    ),
)

_CHINESE_LINES = formulas(
    r"""
    ^\W*作者(?:系|为|是).{2,40}
    责任编辑|责编[:：]|本文来源[:：]|文章来源[:：]|[(（]\s*原标题
    (?:本|此)文(?:作者|系|为.{0,8}(?:原创|作者|投稿|稿))
    (?:本|此)文(?:由.{0,20}(?:撰写|授权|发布|编译|原创|提供)|转载|转自|首发|来自|经.{0,8}授权)
    (?:本|此)文(?:仅代表|只代表|仅供|不构成|原载|刊于|刊登)
    请.{0,12}下载|立即下载|下载.{1,10}客户端|客户端下载|(?:点击|扫码|欢迎)下载|^\W*免费下载
    (?:扫(?:描|码|一扫)).{0,8}(?:二维码|下方|关注|下载|登录|加入|领取)|长按(?:识别|二维码)
    识别二维码|下方二维码|微信公众号[:：“”]?|公众号[:：]
    关注(?:我们|公众号|微信公众|本报微信|本台)|添加(?:微信|好友)|(?:欢迎|请|立即|点击|长按)关注
    ^\W*关注.{0,16}(?:频道|专页|公众号|微博)|加入.{0,10}(?:频道|群组|会员|社群|微信群|粉丝团)
    点击(?:此处|这里|查看|阅读|下方|上方|关注|链接|订阅|图片|观看)|阅读(?:全文|原文|更多)
    查看(?:更多|原文|全文|详情)|展开全文|延伸阅读|推荐阅读|猜你喜欢|上一篇|下一篇
    返回(?:首页|顶部)|首页\s*[>＞»]
    更多(?:精彩|资讯|新闻|独家|内容).{0,16}(?:请|关注|点击|下载|尽在|订阅|敬请)
    (?:欢迎|诚邀).{0,8}(?:提供|投稿|爆料|关注|订阅|留言|转发|分享|下载|加入我们|收听|收看)|报料
    爆料(?:热线|邮箱|电话|请)|新闻(?:热线|线索)|举报(?:电话|邮箱|热线)
    投诉(?:电话|平台|邮箱|热线)|客服(?:电话|热线)|商务合作[:：]|广告合作
    立即(?:订阅|注册|登录|抢购|报名|加入|追踪)
    订阅(?:我们|本报|本刊|电子报|频道|.{0,14}(?:电子版|电子报|通讯|频道))|按赞|追踪(?:我们|粉丝)
    粉丝专页|小铃铛|分享(?:到|至)(?:微信|朋友圈|微博|脸书|Facebook|LINE|Line|QQ)|分享本文
    转发(?:本文|朋友圈)|发表评论|网友评论|我要评论|评论\s*[(（]\d+|请先登录
    登录后(?:查看|评论|阅读)|^\W*(?:打印|字号|字体|收藏|分享|纠错|点赞|复制链接)\s*(?:$|[:：|])
    字号[:：]
    由\s?AI\s?(?:生成|绘制|制作)的?(?:图|示意)
    ^\W*(?:要点|重点|划重点|摘要|导读|导语|核心提示|内容提要|重点摘要|懒人包|目录)\s*[:：]?\s*$
    ^\W*(?:[一二三四五六七八九十]{1,2}[、.．]\s*)?(?:前言|引言|结语|小结|总结|写在最后)\s*[:：]?\s*$
    ^\W*.{0,4}投票\s*[：:]|投票.{0,40}已有\s?[\d,.万]+\s?人|^\W*地址\s*[：:].{2,30}(?:营业|开放|时间)
    ^\W*(?:转发|评论|赞|点赞)\s?[\d.]+万?\s|阅读时间\s?\d+\s?分|^\W*采访\s*[：:]|^\W*片长\s?\d
    ^\W*想问.{0,8}问题|^\W*有问题想问|^\W*喜欢这篇(?:文章|报道)
    提醒您\s*[：:]|^\W*你可能(?:也|还)?(?:喜欢|感兴趣)|^\W*(?:24小时)?热文\b
    ^\W*(?:快速看|重点整理)\s*[:：]?\s*$
    小编.{0,4}(?:带|为|给|和|跟)(?:大家|你|您|各位)|(?:作者|笔者)(?:未|并未|没有)持有.{0,16}(?:股票|股份|股)
    ^\W*(?:看更多|看全文|继续阅读|继续往下阅读|我是广告)|请继续往下阅读|自媒体平台
    用户上传并发布|信息存储(?:空间)?服务|^\W*广告\s*(?:[:：)）(（\]】]|$)|^\W*\[?广告
    ^\W*(?:发布|更新|发表)(?:时间|日期|于)?\s*[:：]\s*\d
    (?:发布|更新|发表)(?:时间|日期)\s*[:：]\s*\d[^。！？]*$
    \d:\d\d\s[^。！？]{0,30}(?:阅读|浏览|点击|评论|点赞|收藏)[量数]?\s*[:：]?\s?[\d,.]+万?(?:次|\+)?$
    ^\W*(?:本[报刊台网]|\S{0,6})记者\s?[^\s，。]{2,4}\s[^，。]{2,6}报道(?:\s[^。]*)?$
    """,
    (
        r"^[\s(（【\[]*",
        r"""
        (?:(?:本文|文章|资料|信息|新闻|原文)?来源|稿源|出处|原文链接|原(?:文)?标题)\s*[:：/／|丨]
        (?:作者|文|撰文|撰稿|编辑|责编|校对|审核|审校|监制|实习生|编译|整理|翻译|制图|图|图片|图源)\s*[:：/／|丨]
        (?:关键词|标签|栏目|编者按|主播|摄影|供图|排版|统筹|策划|题图|封面|(?:见习|本报)?记者)\s*[:：/／|丨]
        """,
    ),
    (
        r"(?:本文|这篇文章|本篇文章|以下文章)",
        r"将|会|旨在|主要|试图|带你|为您|为你|分析|探讨|解读|介绍",
    ),
    (
        r"^[\s【\[(（]*(?:相关|热门|更多|最新|推荐|精选)",
        r"(?:新闻|阅读|报道|文章|推荐|链接|排行|标签|话题|内容|资讯)[\s】\])）:：]*(?:$|[:：】])",
    ),
    (
        r"^\s*\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*",
        r"(?:(?:来源|作者|编辑).{0,20})?\s*$",
    ),
    (
        r"(?:图片|图像|配图|题图|插图|封面图?|本图|示意图).{0,10}(?:AI|人工智能).{0,4}",
        r"生成|制作|绘制",
    ),
)

LINES = (
    f"{_MALAY_INDONESIAN_LINES}|{MALAY_INDONESIAN_ADVERTS}",
    f"{_ENGLISH_LINES}|{ENGLISH_ADVERTS}",
    OTHER_LINES,
    f"{_CHINESE_LINES}|{CHINESE_ADVERTS}",
)
"""The Chinese ones last: a text without a Han character is not tried with them."""

_MALAY_INDONESIAN_FOOTERS = formulas(
    r"""
    \bhak ?cipta\s*(?:©|\d|\(c\)|dilindungi|milik|terpelihara|ada pada|dipegang)|©
    ^\W*(?:disclaimer|penafian|sanggahan)\b|^\W*(?:komentar|komen)\s*\(\d+\)
    ^\W*(?:kebijakan privasi|dasar privasi|syarat dan ketentuan|terma dan syarat)\b.{0,60}$
    ^\W*(?:tentang kami|hubungi kami|redaksi|pedoman media siber)\b.{0,60}$
    \b(?:pandangan|pendapat) (?:penulis|pribadi penulis|yang dinyatakan)
    \btinggalkan (?:komentar|komen|balasan)|\b(?:do your own research|DYOR)\b
    \brisiko (?:ditanggung|investasi ditanggung)|^\W*tag(?:s|ar)?\s*:
    \b(?:hubungi|telepon|kirim).{0,20}(?:redaksi|hotline|kami (?:di|melalui))
    """,
    (
        r"\bdilarang (?:keras )?",
        r"""
        mengutip|mengopi|menggandakan|mengambil|menyalin|memperbanyak|menyebarluaskan
        mereproduksi|menerbitkan (?:semula|ulang)|menyiarkan semula
        """,
    ),
    (
        r"\bbukan (?:merupakan )?(?:saran|nasihat|rekomendasi|ajakan) ",
        r"keuangan|kewangan|investasi|pelaburan|untuk (?:membeli|menjual)",
    ),
    (
        r"\b(?:di luar|bukan|adalah|menjadi|sepenuhnya) tanggung ?jawab ",
        r"redaksi|penulis|pembaca|masing-masing",
    ),
    (
        r"\btidak (?:mencerminkan|mewakili|menggambarkan) ",
        r"pandangan|pendapat|sikap|posisi|pendirian",
    ),
)

_ENGLISH_FOOTERS = formulas(
    r"""
    \ball rights reserved\b|©|\(c\) (?:19|20)\d\d
    \bcopyright\s*(?:©|\(c\)|(?:19|20)\d\d|[A-Z]\w+ (?:19|20)\d\d|notice|belongs)
    ^\W*disclaimer\b|^\W*legal notice
    \bviews (?:and opinions )?expressed (?:here|in this|are|by)
    \bopinions expressed (?:here|in this|are|by)
    \bfor (?:informational|reference|educational|information) purposes only
    \b(?:contact|email|call|write to) us (?:at|on)\b|\brepublished (?:with|under) permission
    \blicen[cs]ed under (?:a )?creative commons|^\W*about (?:us|the author)\b
    ^\W*(?:privacy policy|terms (?:of (?:use|service)|and conditions)|cookie policy)\b.{0,80}$
    ^\W*(?:contact us|advertise with us)\b.{0,80}$
    \bwe use cookies\b|\baccept (?:all )?cookies
    \bpurchase licensing rights\b|\byour email address will not be published
    \brequired fields are marked\b|\bemail anda tidak akan dipublikasikan
    \bsend (?:us )?(?:tips|your (?:tips|feedback|comments))\b
    """,
    (
        r"\b(?:may|must) not be ",
        r"reproduced|published|republished|copied|redistributed|broadcast|rewritten",
    ),
    (
        r"\b(?:not|does not|nor) (?:constitute |be (?:taken|construed) as )?(?:as )?",
        r"(?:investment|financial|legal|professional) advice",
    ),
)

_CHINESE_FOOTERS = formulas(
    r"""
    版权(?:声明|所有|归.{0,12}所有|说明|属(?:于)?.{1,12}所有|归属)|著作权(?:所有|声明|归)
    [Cc]opyright|©|All [Rr]ights
    (?:未经|非经)[^。]{0,16}(?:不得|禁止|严禁|谢绝|请勿)[^。]{0,10}(?:转载|复制|摘编|镜像|翻印|引用|转[贴发]|刊[登用]|使用本)
    不得(?:转载|复制|翻印|转贴)|严禁转载|禁止转载|谢绝转载|转载(?:请|须|需|自|文章|时)
    (?:请|须|需)注明(?:出处|来源|作者)|转载.{0,6}联系|免责(?:声明|条款)
    (?:特别|郑重|重要)声明[:：]|^\W*声明[:：]|温馨提示[:：]|风险提示[:：]|温馨提醒[:：]
    (?:我们|本(?:网|站|报|刊|公司|台)|保留)[^。]{0,12}追究|侵权必究|如有侵权|如涉.{0,6}侵权
    (?:请|及时)联系.{0,8}删除
    (?:不代表|并不代表|仅代表|只代表|不反映).{0,16}(?:立场|观点|看法|本人|个人|本站|本网|本报)
    不(?:构成|作为|视为).{0,12}(?:建议|依据|劝诱|要约|意见)
    (?:投资|股市|入市|市场|理财)(?:一定)?有风险|(?:入市|投资|理财)(?:须|需)谨慎|审慎评估
    盈亏自负|风险自担|仅供(?:参考|学习|读者参考)|据此(?:操作|投资|入市|买卖)|ICP备|公网安备
    ^\W*营业执照|营业执照\s*[:：(（]|网络视听许可|互联网新闻信息服务许可
    ^\W*(?:隐私(?:政策|条款)|使用条款|服务条款|关于我们|联系我们|网站地图)(?:\W|$).{0,40}$
    ^\W*(?:广告服务|加入我们)(?:\W|$).{0,40}$
    (?:热线|电话|专线|邮箱|信箱|传真)\s*[:：]?\s*(?:[\w.]+@|\+?\d{2,4}[-\s]?\d{3,4})
    真实性.{0,12}(?:负责|不作.{0,4}保证)|(?:投稿|收录|用户上传|网络).{0,6}(?:版权|侵)
    (?:本(?:网|站|文|报|平台)|概)不(?:承担|负)
    """
)

FOOTERS = (_MALAY_INDONESIAN_FOOTERS, _ENGLISH_FOOTERS, OTHER_FOOTERS, _CHINESE_FOOTERS)

CAPTIONS = formulas(
    r"""
    \b(?:getty images|shutterstock|file photo|courtesy of|via AP|AP Photo|handout|foto hiasan)
    \b(?:gambar hiasan|foto ilustrasi|dok(?:\.|umentasi) )
    [(/:]\s*istimewa\W*$|(?:REUTERS|AFP|EPA|AP|ANTARA|Bloomberg|Xinhua|Bernama)\s*/\s*[A-Z]
    [(（][^()（）/]{2,30}/[^()（）/]{2,40}[)）]\W*$|图片来源|图源|资料图|图自|示意图|视觉中国
    新华社发|供图|(?:图|图片|摄影|照片|相片|影片|图片说明|图说)\s*[/／:：|｜]|^\W*[▲△▼]
    [(（](?:图|资料图|示意图|网络图|路透|美联社|法新社|彭博|撷取自|翻摄|取自|图取自).{0,20}[)）]
    (?:^|[\s.。(（])(?:illustration|credit|kredit)s?(?: by)?\s*[:/：|]
    [(（](?:档案照|资料照).{0,20}[)）]
    [(（].{0,16}(?:摄|照片|资料图|提供|翻摄|示意图|摄影)[)）]
    """,
    (
        r"(?:^|[\s.。(（])(?:foto|gambar|photo(?:graph)?|image|picture|pictured|video|(?:info)?graphic|(?:info)?grafi[ks]|ilustrasi)s?",
        r"(?: ilustrasi| illustration| credit| courtesy| arsip| hiasan| fail| file| by)?\s*[:/：|]",
    ),
)
