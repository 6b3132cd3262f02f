"""Words that are capitalised at the start of a sentence, and days and months: no names."""

from __future__ import annotations

from claims.extraction.lexicon.wording import word_set

NO_NAMES = word_set(
    """
    a about according adalah after agustus ahad akan also although an analysts and apa april
    artikel as at atau august authorities bagaimana bagi bahkan banyak baru beberapa because
    before begitu beliau belum bisa but by companies critics dalam dan dari december demikian
    dengan desember despite di dia disember doctors during economists experts februari february
    for friday from hal hanya he her hingga his how however i ia if in ini investors isnin it
    its itu januari january jika juga julai juli july jumaat jumat jun june juni justru kami
    kamis karena ke kedua kementerian kerajaan kerana ketiga ketika khamis kini kita lawmakers
    mac manakala many march maret may meanwhile mei mengapa menurut mereka meski meskipun minggu
    monday more most namun not november now october of officials ogos okt oktober oleh on or
    organisers organizers other our over pada para pemerintah penduduk pengamat people pertama
    perusahaan petugas pihak police polisi prosecutors rabu regulators researchers residents
    saat sabtu sampai saturday saya scientists sebagai sebelum sebuah sejak selain selama selasa
    sementara senin seorang september setelah she since so some still such sudah sunday
    sungguhpun syarikat tapi telah tetapi that the their then there these they this those though
    thursday tidak to tuesday under untuk users villagers walaupun warga we wednesday what when
    which while who why with yang yet
    """
)
