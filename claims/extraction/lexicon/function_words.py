"""Words that are capitalised at the start of a sentence, and days and months: no names."""

from __future__ import annotations

from claims.extraction.lexicon.wording import word_set

NO_NAMES = word_set(
    """
    a about according adalah adanya adapun after agustus ahad akan all also although an analysts
    and anda any anyone apa apabila april artikel as at atau august authorities bagaimana bagi
    bahkan banyak baru beberapa because before begitu beliau belum bila bisa both but by
    companies critics dalam dan dari december delapan demikian dengan desember despite di dia
    disember doctors dua during each economists even empat enam everybody everyone experts februari
    february five for four friday from hal hanya he her hingga his how however i ia if in ini
    investors isnin it its itu januari january jika juga julai juli july jumaat jumat jun june
    juni justru kabarnya kalau kami kamis karena ke kedua kementerian kemudian kerajaan kerana
    ketiga ketika khamis kini kita konon lalu lawmakers lima mac manakala many march maret may
    meanwhile mei mengapa menurut mereka meski meskipun minggu monday more most namun nobody not
    november now october of officials ogos okt oktober oleh on or orang organisers organizers
    other our over pada para pemerintah penduduk pengamat people pertama perusahaan petugas
    pihak police polisi prosecutors rabu regulators researchers residents saat sabtu sampai sang
    saturday saya scientists sebagai sebagian sebelum sebuah sejak sejumlah sekelompok selain
    selama selasa seluruh sembilan sementara semua senin seorang september setelah setiap
    several she since so some someone still such sudah sunday sungguhpun syarikat tapi telah
    tetapi that the their then there these they this those though three thursday tiap tidak tiga
    to tuesday tujuh two under untuk users villagers walaupun warga we wednesday what when which
    while who why with yang yet
    """
)
