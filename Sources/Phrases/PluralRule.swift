/// Which plural form a number takes (Unicode CLDR, cardinal rules for whole numbers).
enum PluralRule {
  static func category(_ number: Int, language: String) -> String {
    let (tens, ones) = (abs(number) % 100, abs(number) % 10)
    switch language {
    case "zh": return "other"
    case "fr", "es":
      if number == 1 || number == 0 && language == "fr" { return "one" }
      // "un million de personnes": where a sentence has no such form, it says the general one.
      return number != 0 && number % 1_000_000 == 0 ? "many" : "other"
    case "ru":
      if ones == 1 && tens != 11 { return "one" }
      return (2...4).contains(ones) && !(12...14).contains(tens) ? "few" : "many"
    case "ar":
      switch number {
      case 0: return "zero"
      case 1: return "one"
      case 2: return "two"
      default: return (3...10).contains(tens) ? "few" : tens >= 11 ? "many" : "other"
      }
    default: return number == 1 ? "one" : "other"
    }
  }
}
