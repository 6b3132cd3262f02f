"""Wordings that make a sentence worth checking, per language, as regular expressions."""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, words

COMPARISON = {
    "id": words(
        r"""
        lebih (?!banyak|baik|lanjut|jauh|awal|dulu|dahulu)\w+
        lebih (?:banyak|baik|awal) (?:\w+ )?(?:dari(?:pada)?|ketimbang)
        ter(?:besar|kecil|tinggi|rendah|murah|mahal|cepat|baik|buruk|banyak|pantas|kuat)
        ter(?:canggih|populer)
        paling \w+|sebanding|setara|setanding|dibandingkan|berbanding|melampaui|mengungguli
        mengatasi|menyamai|menyaingi|mengalahkan|menandingi|kesenjangan|jurang|sepersekian
        hanya sebagian|dua kali|kali lipat|unggul|keunggulan|pertama di dunia|satu-satunya
        mendominasi|(?:sangat|relatif|jauh) (?:rendah|murah|tinggi|kecil|sedikit|mahal)
        biaya (?:yang )?(?:\w+ )?rendah|kos (?:yang )?(?:\w+ )?rendah
        """
    ),
    "en": words(
        r"""
        more \w+ than|less \w+ than
        (?:bigger|smaller|higher|lower|cheaper|faster|better|worse|larger|fewer|greater)(?: than)?
        (?:stronger|weaker|older|newer|ahead|costlier)(?: than)?
        biggest|largest|smallest|highest|lowest|cheapest|fastest|best|worst|most \w+
        least \w+|compared (?:with|to)|comparable|on par|rivals?|rivaling|rivalling|outperform\w*
        surpass\w*|exceed\w*|overt(?:ook|ake\w*)|beat\w*|match(?:es|ed|ing)?|fraction of|twice
        double[ds]?|triple[ds]?|times (?:more|less|as)|only \w+ (?:to|that)|gap|lag\w*|the first
        record|than
        """
    ),
    "zh": alternatives(
        r"""
        相比|比较|对比|媲美|比肩|不亚于|堪比|不逊|匹敌|超越|超过|赶超|领先|落后|优于|劣于|高于|低于
        远低|远高|低得多|少于|多于|仅为|只有|不到|一半|倍|几分之一|分之一
        最(?:大|小|高|低|多|少|快|好|强|先进|便宜|新|佳|热门|受欢迎|早)|首(?:个|次|款|家|位|屈)|第一
        唯一|排名|居首|登顶|榜首|史上|历史新|差距|持平|相当(?:于)?|同类
        更(?:低|高|少|多|快|强|好|便宜|小|大|先进|优)|低成本|成本(?:较|更|极|超|很)?低|大幅
        创(?:下|纪录|历史|新[高低]|新纪录)
        """
    ),
}

CAUSE = {
    "id": words(
        r"""
        karena|kerana|disebabkan|menyebabkan|akibat|akibatnya|sehingga|memicu|mencetuskan
        mengakibatkan|mendorong|menimbulkan|berkat|berkontribusi|memungkinkan|membolehkan
        membuktikan|alasan|faktor|sebab|dampak|kesan daripada|mempengaruhi
        """
    ),
    "en": words(
        r"""
        because|due to|caus\w+|result(?:s|ed|ing)? (?:in|from)|led to|leads to|leading to|prompt\w+
        trigger\w+|sparked|as a result|thanks to|driven by|contribut\w+|enabl\w+|allow(?:s|ed|ing)
        owing to|forc(?:ed|ing)|proves?|proved
        """
    ),
    "zh": alternatives(
        r"""
        因为|由于|导致|引发|造成|致使|因此|使得|促使|归因|得益于|受.{1,10}影响|源于|缘于|带来|拉低
        推动了|原因|引起|迫使|冲击|掀起|证明|验证
        """
    ),
}

# What a named actor did: a finished act, told.
EVENT = {
    "id": words(
        r"""
        telah|sudah|berhasil|resmi|pernah|merilis|meluncurkan|dirilis|diluncurkan|mengumumkan
        diumumkan|menerbitkan|diterbitkan|mengakuisisi|membeli|menjual|menginvestasikan|melarang
        dilarang|memblokir|diblokir|membuka|menutup|menandatangani|menuntut|menggugat|memecat
        menunjuk|ditunjuk|melaporkan|mencatat|mencatatkan|mencapai|menjadi|didirikan|mendirikan
        dikembangkan|mengembangkan|mengintegrasikan|menggunakan|membatasi|memberlakukan|anjlok
        merosot|turun|naik|melonjak|jatuh|kehilangan|menghapus|terhapus|meraih|memenangkan
        mengguncang|mengejutkan|menghentikan|menangguhkan|menyelidiki|meretas|terungkap|tewas
        melampaui|mendukung|dilatih|melatih|melancarkan|dilancarkan|mengharamkan|susut|menjunam
        meningkat|menurun|memotong|memangkas|menaikkan|menurunkan|berbasis di|berpangkalan di
        berpusat di|terdiri|memiliki|mempunyai|mengalami|menyumbang|memperoleh|menarik|disekat
        menyekat|ditubuhkan|diasaskan
        """
    ),
    "en": alternatives(
        r"""
        \b(?:has|have|had|was|were|been) (?:\w+ )?(?:\w+(?:ed|en|wn|ne|lt|ld|ught|unk|pt)|cut|put)\b
        \b(?:has|have|had|was|were|been) (?:\w+ )?(?:paid|made|said)\b
        \b(?:released|launched|unveiled|announced|published|acquired|bought|sold|invested|banned)\b
        \b(?:blocked|opened|closed|signed|sued|fired|hired|appointed|reported|recorded|reached)\b
        \b(?:became|founded|developed|built|trained|integrated|used|restricted|imposed|fell)\b
        \b(?:dropped|plunged|tumbled|slid|sank|rose|jumped|surged|soared|gained|lost|wiped|erased)\b
        \b(?:won|stunned|shook|rattled|halted|suspended|investigated|hacked|killed|overtook|cut)\b
        \b(?:raised|lowered|slashed|topped|spent|paid|earned|posted|shipped|filed|ordered|agreed)\b
        \b(?:approved|rejected|began|started|ended|added|made|grew|shrank|employs|owns|operates)\b
        \b(?:costs?|charges|backed|merged|closed|sent|came|took|hit)\b
        """
    ),
    "zh": alternatives(
        r"""
        发布|推出|上线|公布|宣布|开源|公开|收购|投资|出售|起诉|禁止|封禁|禁用|下架|签署|成立|创立
        创办|任命|辞职|开发|研发|训练|采用|使用|实现|完成|达到|突破|下跌|暴跌|大跌|重挫|跳水|蒸发
        上涨|大涨|飙升|飙涨|增长|减少|下降|降至|升至|跌至|获得|赢得|取得|登顶|震惊|震动|震撼|引发|遭
        受到|调查|指控|泄露|泄漏|攻击|限制|实施|采取|选择|举行|召开|发生|启动|终止|暂停|支持|接入
        集成|部署|合作|裁员|聘用|融资|上市|破产|达成|签订|拥有|占|位于|总部|购买|采购|囤积
        使用了|花费|耗资|投入|支出|收费|定价|降价|涨价|已(?:经)?|曾|了(?!解|不|然|得)
        """
    ),
}

HISTORY = {
    "id": words(
        r"""
        sejak|sebelumnya|selama (?:\w+ )?tahun|didirikan pada|pada tahun|pertama kali|tahun lalu
        dekade|sejarah|sebelum ini
        """
    ),
    "en": words(
        r"""
        since \d{4}|previously|founded in|established in|in (?:19|20)\d\d|for the first time
        decades?|in history|historically|formerly|earlier (?:this|last)
        """
    ),
    "zh": alternatives(
        r"""
        此前|曾经|自.{2,8}以来|历史上|成立于|创立于|首次|多年来|过去.{1,4}年|当年|早在|以往|先前
        """
    ),
}

STATISTICS = {
    "id": words(
        r"""
        data (?:dari|menunjukkan|resmi)|statistik|survei|laporan|badan pusat statistik
        jabatan perangkaan|hasil (?:riset|penelitian|studi|kajian)|kajian|studi|penelitian oleh
        indeks|kapitalisasi pasar|pangsa pasar|permodalan pasaran
        """
    ),
    "en": words(
        r"""
        data (?:from|show\w*|released)|statistics|survey|census|study|report
        research (?:by|from|shows?)|index|market (?:value|cap\w*|share)|benchmarks?|filings?|figures
        according to
        """
    ),
    "zh": alternatives(
        r"""
        数据显示|统计|调查显示|报告(?:显示|称|指出)|研究(?:显示|表明|发现)|市值|市占率|市场份额|指数
        财报|白皮书|基准测试|评测|跑分|榜单
        """
    ),
}

# A categorical no can be checked: "not one child", 从未收购.
DENIAL = {
    "id": words(
        r"""
        tidak ada|tiada|tak ada|tidak pernah|tak pernah|belum pernah|belum|bukan|tanpa|membantah
        menepis|menafikan|tidak satu ?pun|tidak benar|tidak mungkin|menyangkal|hoaks
        """
    ),
    "en": words(
        r"""
        no|not (?:a single|one|any)|none|never|neither|nobody|nothing|did not|didn't|does not
        has not|have not|had not|denied|denies|without|untrue|false
        """
    ),
    "zh": alternatives(
        r"""
        没有(?!.{0,2}赢家)|从未|从不|未曾|未有|尚未|并未|无人|不存在|不是|并非|不可能|否认|不实|谣言
        不涉及|不包含|没(?=拿|收|用|做|参)
        """
    ),
}

# What is said of all, or of the first or only one, one counterexample refutes.
ABSOLUTE = {
    "id": words(
        r"""
        semua|seluruh(?:nya)?|satu-satunya|sepenuhnya|setiap|kesemua(?:nya)?|selalu
        yang pertama|(?:untuk )?pertama kali(?:nya)?
        """
    ),
    "en": words(r"all|every|entirely|fully|always|the (?:first|only|sole)|each"),
    "zh": alternatives(
        r"""
        全部|所有|唯一|完全|一律|全都|无一例外|首(?:个|次|家|款|座|例|条|台|部)|历来|一直|百分之百
        """
    ),
}
