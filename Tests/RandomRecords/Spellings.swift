import Foundation

/// What people write so, and others so: whichever of the two is stored, whoever types the other finds it.
public enum Spellings {
  public struct Pair: Sendable, CustomStringConvertible {
    public let one: String
    public let other: String

    public var description: String { "\(one) = \(other)" }
  }

  /// Letters that few fonts tell apart are said by their numbers.
  public static let pairs: [Pair] =
    (latin + arabic + joined + asian + indic + digits).map { Pair(one: $0, other: $1) }

  private static let latin = [
    ("Łódź", "lodz"), ("Søren Ærø", "SOREN AERO"), ("Đặng", "dang"), ("Großmann", "GROSSMANN"),
    ("Işıl", "isil"), ("IŞIL", "ışıl"), ("İpek", "ipek"), ("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"), ("ΟΔΥΣΣΕΎΣ", "οδυσσευσ"),
    ("Ёлкин", "елкин"), ("Հայաստան", "ՀԱՅԱՍՏԱՆ"),
    ("\u{1C97}\u{1C91}\u{1C98}\u{1C9A}\u{1C98}\u{1CA1}\u{1C98}", "თბილისი"),
    ("\u{13E3}\u{13B3}\u{13A9}", "\u{ABB3}\u{AB83}\u{AB79}"), ("שָׁלוֹם", "שלום"), ("ﬁnance", "finance"),
  ]

  private static let arabic = [
    // Tatweel; alef maksura, Persian, Pashto and Kurdish yeh.
    ("مكتب\u{640}\u{640}ة", "مكتبة"), ("سلم\u{649}", "سلم\u{64A}"), ("عل\u{64A}\u{651}", "عل\u{6CC}"),
    ("عل\u{649}", "عل\u{6CC}"), ("پ\u{6D0}ښور", "پ\u{6CC}ښور"), ("هست\u{6CD}", "هست\u{64A}"),
    ("هول\u{6CE}ر", "هول\u{6CC}ر"),
    // Kaf and keheh; teh marbuta and the forms of heh.
    ("\u{643}ر\u{64A}م", "\u{6A9}ر\u{6CC}م"), ("\u{6AA}تاب", "\u{643}تاب"), ("فاطم\u{629}", "فاطم\u{647}"),
    ("مدين\u{6C3}", "مدين\u{629}"), ("\u{6C1}ما", "\u{647}ما"), ("\u{6BE}ما", "\u{647}ما"),
    ("نام\u{6D5}", "نام\u{647}"), ("نام\u{6C0}", "نام\u{647}"),
    // Hamza on its carriers, alef of all kinds, vowels, signs of the Quran, ligatures.
    ("أحمد", "احمد"), ("إيمان", "ايمان"), ("آمنة", "امنه"), ("\u{671}لله", "الله"), ("مؤمن", "مومن"),
    ("رئيس", "ر\u{64A}يس"), ("مُحَمَّد", "محمد"), ("رحم\u{670}ن", "رحمن"), ("قال\u{6DA}", "قال"),
    ("له\u{6E5}", "له"),
    ("\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA}", "محمد"), ("\u{FEFB}", "لا"),
  ]

  private static let joined = [
    ("م\u{6CC}\u{200C}خواهم", "م\u{6CC}خواهم"), ("Ana\u{200B}bel", "Anabel"),
    ("Donau\u{AD}schiff", "Donauschiff"),
    ("\u{200F}سمير\u{200E}", "سمير"), ("\u{FEFF}Nadia", "Nadia"), ("Ma\u{2060}ria", "Maria"),
    ("\u{2067}Lea\u{2069}", "Lea"), ("\u{845B}\u{E0100}城", "\u{845B}城"), ("❤\u{FE0F}Rosa", "❤Rosa"),
  ]

  private static let asian = [
    ("張偉", "张伟"), ("國立臺灣大學", "国立台湾大学"), ("国際", "國際"), ("澤田", "沢田"), ("ヤマダ", "やまだ"),
    ("ﾔﾏﾀﾞ ﾊﾅｺ", "やまだ はなこ"), ("ガラス", "がらす"), ("Ｆｕｌｌ", "full"), ("김철수", "김철수".decomposed),
  ]

  private static let indic = [
    // Conjuncts with a joiner and without, and what had no sign of its own once.
    ("क\u{94D}\u{200D}ष\u{947}त\u{94D}र", "क\u{94D}षेत्र"), ("श\u{94D}\u{200C}री", "श्री"),
    ("\u{995}\u{9CD}\u{200C}\u{9B7}", "\u{995}\u{9CD}\u{9B7}"), ("উ\u{9CE}সব", "উ\u{9A4}\u{9CD}\u{200D}সব"),
    ("അവ\u{D7C}", "അവ\u{D30}\u{D4D}\u{200D}"), ("\u{958}ल\u{92E}", "\u{915}\u{93C}ल\u{92E}"),
  ]

  private static let digits = [
    ("قمة ٢٠١٥", "قمة 2015"), ("کوه ۱۲۳۴", "کوه ١٢٣٤"), ("समूह २०१५", "समूह 2015"), ("দল ৪২", "দল 42"),
    ("กลุ่ม ๙๘", "กลุ่ม 98"), ("Room １２", "Room 12"), ("Plot \u{1D7DC}", "Plot 4"), ("ක\u{DE6}\u{DE9}", "ක03"),
    ("Team \u{1E953}", "Team 3"),
  ]

  /// What only looks alike, or is another letter where it is written: one does not find the other.
  public static let others: [Pair] = [
    ("がん", "かん"), ("ビル", "ビール"), ("まつて", "まって"), ("ل\u{693}ک\u{6D2}", "ل\u{693}ک\u{6CC}"),
    ("\u{643}مال", "\u{6AF}مال"), ("कि", "का"), ("ดี", "ดู"), ("Соколов", "Cokolob"), ("بنت", "بيت"), ("国", "因"),
    ("王小明", "明小王"), ("ａ二", "ａ三"),
  ].map { Pair(one: $0, other: $1) }
}

extension String {
  fileprivate var decomposed: String { decomposedStringWithCanonicalMapping }
}
