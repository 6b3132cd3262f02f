"""Hours are told by a point in Indonesian: 14.30; Django's own leaves out the zero of 04.30."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H.i"
SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "j M Y, H.i"
TIME_FORMAT = "H.i"
MONTH_DAY_FORMAT = "j F"
