/// Whole numbers as the documents of the United Nations write them in each language, on the screen as on paper.
public enum WholeNumber {
  /// What stands before the parts of a whole.
  public static func point(in language: String) -> String {
    ["en", "zh", "ar"].contains(language) ? "." : ","
  }

  /// Thousands are apart: by a comma in English, by a space that does not break in the others. In Arabic by a comma
  /// too: where a space stands between groups, they are turned around (UAX #9). Spanish leaves four digits together.
  /// - Parameter minus: what stands before a number below zero.
  public static func text(_ number: Int, in language: String, minus: String = "-") -> String {
    let digits = String(number.magnitude)
    guard digits.count > (language == "es" ? 4 : 3) else { return (number < 0 ? minus : "") + digits }
    let between = ["en", "ar"].contains(language) ? "," : "\u{A0}"
    var text = number < 0 ? minus : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += between }
      text.append(digit)
    }
    return text
  }
}
