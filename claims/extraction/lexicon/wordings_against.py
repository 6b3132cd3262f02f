"""Wordings that make a sentence not worth checking, per language, as regular expressions."""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, formulas, words

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
        (?:都|也|还|仍|必|终|或|均|就|又|则|便|即|势|行|也许)将
        将(?:会|要|能|可|是|为|在|有|更|不|再|继续|成为|推动|有望|带来|进一步|迎来|不断|持续|逐步|陆续)
        未来|预计|有望|可望|势必|预期|料将
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
        ^\W*(?:ini|itu)\b
        ^\W*(?:hal|semua|fenomena|situasi|keadaan|kondisi) (?:ini|itu|tersebut)\b
        ^\W*(?:peristiwa|kenyataan|momen|tren|perubahan|persaingan) (?:ini|itu|tersebut)\b
        """
    ),
    "en": r"^\W*(?:this|that|these|those|it|such|all this|the question|the answer)\b",
    "zh": alternatives(
        r"""
        ^[^\u4e00-\u9fffA-Za-z]*(?:这(?:种|些|一|样|也|是|场|无疑)?|那|此|其实|因此|总之|综上|由此)
        """
    ),
}

# Nobody can be asked whether "many experts" said it.
UNNAMED_SOURCE = {
    "id": formulas(
        r"""
        \b(?:konon|kabarnya|disebut-sebut|digadang-gadang|kononnya|dikatakan sebagai)\b
        """,
        (
            r"\b(?:banyak|beberapa|sejumlah|para|sebagian|ramai|segelintir) (?:besar )?",
            r"""
            pakar\b|ahli\b|analis\b|penganalisis\b|pengamat\b|pemerhati\b|kritikus\b|ilmuwan\b
            saintis\b|orang\b|pihak\b|warganet\b|kalangan\b|pengguna\b|peneliti\b
            """,
        ),
    ),
    "en": formulas(
        r"""
        \bit is (?:widely )?(?:said|believed|thought|rumou?red|understood)\b
        \b(?:reportedly|rumou?red to)\b
        """,
        (
            r"\b(?:some|many|several|most|numerous|few) (?:\w+ )?",
            r"""
            experts\b|analysts\b|observers\b|critics\b|scientists\b|people\b|users\b|netizens\b
            insiders\b|commentators\b
            """,
        ),
    ),
    "zh": formulas(
        r"""
        业内(?:人士|普遍)|外界(?:普遍)?(?:认为|猜测|质疑)|坊间|据说|传闻|据传|网传
        有人(?:说|认为|质疑)
        """,
        (
            "(?:有|一些|不少|多位|许多|部分|众多|很多)",
            r"专家|学者|分析|业内|业界|观察|人士|网友|网民|评论|媒体|外媒|法人|用户",
        ),
    ),
}

# That somebody believes or hopes is true of them alone.
BELIEF = {
    "id": words(
        r"""
        percaya|yakin|meyakini|menilai|berpendapat|merasa|optimis|berharap|khawatir|menganggap
        mempercayai|bimbang|berasa
        """
    ),
    "en": words(
        r"""
        believes?|believed|thinks?|thought|feels?|felt|hopes?|hoped|fears?|feared|worr(?:y|ies|ied)
        """
    ),
    "zh": r"认为|相信|觉得|希望|坚信|看来|担心|看好|期待|期盼",
}
