"""A protest, told in two languages, and a football match: at both the police hold 27 people."""

from __future__ import annotations

DAM = """Villagers of Tumbrek blocked the road to the new dam on Tuesday.
The reservoir is to flood 340 hectares of their fields.
Police arrested 27 people after stones were thrown.
The ministry of public works says the dam will water rice fields of three districts.
Farmers complain that nobody has paid for the land under the reservoir.
Work on the spillway stopped for two days."""
WADUK = """Warga Tumbrek memblokade jalan menuju bendungan baru pada hari Selasa.
Waduk itu akan menenggelamkan 340 hektare sawah mereka.
Polisi menangkap 27 orang setelah terjadi pelemparan batu.
Kementerian Pekerjaan Umum menyatakan bendungan itu akan mengairi sawah di tiga kabupaten.
Petani mengeluh ganti rugi lahan di dalam waduk belum dibayar.
Pekerjaan di saluran pelimpah berhenti selama dua hari."""
FOOTBALL = """Fans of Harbour United stormed the pitch after the final on Saturday.
The referee had refused a goal in the last minute.
Police counted 27 arrests in the stadium and at the station.
The league will decide next week whether the match is played again.
The goalkeeper of the visitors was taken to hospital with a broken hand.
Harbour United had won its five matches before."""
