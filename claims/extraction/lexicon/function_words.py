"""Words that are capitalised at the start of a sentence or a day and are no names."""

from __future__ import annotations

from claims.extraction.lexicon.wording import word_set

NO_NAMES = word_set(
    """
    a about according adalah after agustus ahad akan also although an and apa april artikel as
    at atau august bagaimana bagi bahkan banyak baru beberapa because before begitu beliau belum
    bisa but by dalam dan dari december demikian dengan desember despite di dia disember
    dukungan during februari february for friday from hal hanya he her hingga his how however i
    ia if in ini isnin it its itu januari january jika juga julai juli july jumaat jumat jun
    june juni justru kami kamis karena kasus ke kerana ketika khamis kini kita mac manakala many
    march maret may meanwhile mei mengapa menurut mereka meski meskipun minggu model monday more
    most munculnya namun not november now october of ogos okt oktober oleh on or other our over
    pada panggilan para pihak rabu saat sabtu sampai saturday saya sebagai sebelum sebuah sejak
    selain selama selasa sementara senin seorang september setelah she since so some still such
    sudah sunday sungguhpun tapi telah tetapi that the their then there these they this those
    though thursday tidak to tuesday under untuk walaupun we wednesday what when which while who
    why with yang yet
    """
)
