/// What careless lists do to a name.
enum NameSlip: String, CaseIterable {
  case sameName = "same name"
  case familyLetterLeftOut = "family name: letter left out"
  case familyLetterAdded = "family name: letter doubled"
  case familyLetterWrong = "family name: wrong letter"
  case familyLettersTurned = "family name: letters turned"
  case givenLetterWrong = "given name: wrong letter"
  case givenLetterLeftOut = "given name: letter left out"
  case twoLetters = "two letters wrong in a long word"
  case bothWords = "a letter wrong in both words"
  case turned = "order turned without a comma"
  case turnedWithSlip = "order turned, and a letter wrong"
  case capitals = "capitals"
  case accentsLost = "accents lost"
  case umlauts = "umlauts as two letters"
  case initial = "initial for the given name"
  case initialBehind = "initials behind the family name"
  case middleInitial = "middle initial more"
  case middleName = "middle name more"
  case nickname = "nickname"
  case particleLost = "particle left out"
  case particleJoined = "particle joined"
  case titled = "title"
  case degree = "degree with points"
  case generation = "junior written out"
  case hyphenLost = "hyphen lost"
  case hyphenJoined = "double given name joined"
  case doubleFamily = "one family name of two"
  case pinyinParted = "pinyin parted"
  case pinyinTurned = "pinyin turned"
  case arabicSpelling = "another spelling from Arabic"
  case articleJoined = "Arabic article joined"
  case cyrillic = "Cyrillic for Latin"
  case greek = "Greek for Latin"
  case greekCapitals = "Greek in capitals"
  case arabic = "Arabic for Latin"
  case arabicLetters = "Persian letters in Arabic"
  case han = "Chinese characters for pinyin"
  case traditional = "traditional for simplified"
  case hanTurned = "Chinese characters with a blank"
  case hangul = "Hangul turned"
  case hangulLatin = "Hangul for Latin"
  case patronymic = "patronymic more"
  case vietnamese = "Vietnamese without marks"
  case legalForm = "legal form"
  case legalFormPoints = "legal form with points"
  case acronym = "acronym"
  case acronymBefore = "acronym before the name"
  case organizationSlip = "organization: wrong letter"
  case organizationShort = "organization: words cut short"
  case article = "organization: article"

  var isOfOrganizations: Bool {
    switch self {
    case .legalForm, .legalFormPoints, .acronym, .acronymBefore, .organizationSlip, .organizationShort,
      .article:
      true
    default: false
    }
  }

  typealias Pair = (name: String, other: String, country: String)

  /// A name and the same with the slip.
  func pair(_ random: inout SplitMix) -> Pair? {
    isOfOrganizations ? organization(&random) : script(&random) ?? person(&random)
  }

  // MARK: Persons

  private func person(_ random: inout SplitMix) -> Pair? {
    let culture = culture(&random)
    let family = SlipNames.family(culture, &random)
    let given = SlipNames.given(culture, &random)
    let more = SlipNames.given(culture, &random)
    let country = culture.countries.randomElement(using: &random) ?? ""
    var name = "\(family), \(given)"
    func wrong(_ word: String) -> String { Self.slipped(word, .wrong, &random) }
    let other: String
    switch self {
    case .sameName: other = "\(given) \(family)"
    case .familyLetterLeftOut: other = "\(Self.slipped(family, .leftOut, &random)), \(given)"
    case .familyLetterAdded: other = "\(Self.slipped(family, .added, &random)), \(given)"
    case .familyLetterWrong: other = "\(wrong(family)), \(given)"
    case .familyLettersTurned: other = "\(Self.slipped(family, .turned, &random)), \(given)"
    case .givenLetterWrong: other = "\(family), \(wrong(given))"
    case .givenLetterLeftOut: other = "\(family), \(Self.slipped(given, .leftOut, &random))"
    case .twoLetters:
      let long = family + SlipNames.ending(&random)
      name = "\(long), \(given)"
      other = "\(wrong(wrong(long))), \(given)"
    case .bothWords: other = "\(wrong(family)), \(wrong(given))"
    case .turned: other = "\(family) \(given)"
    case .turnedWithSlip: other = "\(given) \(wrong(family))"
    case .capitals: other = name.uppercased()
    default: return form(family, given, more, culture, country, &random)
    }
    return (name, other, country)
  }

  /// Slips of a form: words more or less, initials, titles.
  private func form(
    _ family: String, _ given: String, _ more: String, _ culture: SlipNames.Culture, _ country: String,
    _ random: inout SplitMix
  ) -> Pair? {
    var name = "\(family), \(given)"
    let initial = given.prefix(1) + "."
    let other: String
    switch self {
    case .initial: other = "\(initial) \(family)"
    case .initialBehind:
      name = "\(family), \(given) \(more)"
      other = "\(family) \(given.prefix(1))\(more.prefix(1))"
    case .middleInitial: other = "\(given) \(more.prefix(1)). \(family)"
    case .middleName: other = "\(family), \(given) \(more)"
    case .titled:
      other =
        ["Dr. ", "Prof. ", "Mr ", "Ms. ", "H.E. Mr. "].randomElement(using: &random).map {
          $0 + "\(given) \(family)"
        } ?? ""
    case .degree:
      other = "\(given) \(family), " + (["Ph.D.", "PhD", "M.D.", "MSc"].randomElement(using: &random) ?? "")
    case .generation:
      name = "\(given) \(family) Jr."
      other = "\(family), \(given) Junior"
    case .hyphenLost:
      name = "\(family), \(given)-\(more)"
      other = "\(given) \(more) \(family)"
    case .hyphenJoined:
      name = "\(family), \(given)-\(more)"
      other = "\(given)\(more.lowercased()) \(family)"
    case .doubleFamily:
      name = "\(given) \(family) \(SlipNames.family(culture, &random))"
      other = "\(given) \(family)"
    case .particleLost:
      name = "\(given) de la \(family)"
      other = "\(family), \(given)"
    case .particleJoined:
      name = "\(given) Van \(family)"
      other = "\(given) Van\(family.lowercased())"
    default: return nil
    }
    return (name, other, country)
  }

  private func culture(_ random: inout SplitMix) -> SlipNames.Culture {
    SlipNames.latin.randomElement(using: &random) ?? SlipNames.latin[0]
  }

  private enum Slip { case leftOut, added, wrong, turned }

  /// A slip behind the first letter.
  private static func slipped(_ word: String, _ slip: Slip, _ random: inout SplitMix) -> String {
    var letters = Array(word)
    guard letters.count > 2 else { return word + "e" }
    let place = Int.random(in: 1..<letters.count, using: &random)
    switch slip {
    case .leftOut: letters.remove(at: place)
    case .added: letters.insert(letters[place], at: place)
    case .wrong:
      letters[place] =
        "abdefgiklmnoprstuvz".filter { $0 != letters[place] }.randomElement(using: &random) ?? "x"
    case .turned:
      let first = min(place, letters.count - 2)
      letters.swapAt(first, first + 1)
      if letters[first] == letters[first + 1] { letters.remove(at: first) }
    }
    return String(letters)
  }

  // MARK: Kinds with lists of their own

  private func script(_ random: inout SplitMix) -> Pair? {
    guard let table = SlipNames.pairs[self] else { return nil }
    let (families, givens) = (table.families, table.givens)
    guard let family = families.randomElement(using: &random),
      let given = givens.randomElement(using: &random)
    else { return nil }
    let country = table.countries.randomElement(using: &random) ?? ""
    let join = table.isFamilyFirst
    let glue = table.glue
    return (
      join ? family.0 + glue.0 + given.0 : given.0 + glue.0 + family.0,
      table.isTurned
        ? given.1 + glue.1 + family.1 : join ? family.1 + glue.1 + given.1 : given.1 + glue.1 + family.1,
      country
    )
  }

  // MARK: Organizations

  private func organization(_ random: inout SplitMix) -> Pair? {
    let words = SlipNames.organization(&random)
    let name = words.joined(separator: " ")
    let country = ["KE", "FR", "GB", "BR", "IN", "US"].randomElement(using: &random) ?? ""
    let acronym = words.filter { $0 != "of" && $0 != "for" }.compactMap(\.first).map(String.init).joined()
    switch self {
    case .legalForm:
      return (
        name,
        name + " "
          + (["Limited", "Corp.", "GmbH", "AG", "Oy", "Pty Ltd", "Inc."].randomElement(using: &random) ?? ""),
        country
      )
    case .legalFormPoints:
      return (
        name,
        name + " "
          + (["S.A.", "B.V.", "S.p.A.", "d.o.o.", "A/S", "S.A.R.L."].randomElement(using: &random) ?? ""),
        country
      )
    case .acronym: return (name, acronym, country)
    case .acronymBefore: return (name, "\(acronym) - \(name)", country)
    case .organizationSlip:
      let place = Int.random(in: 0..<words.count, using: &random)
      var other = words
      if other[place] == "of" { return (name, name + "s", country) }
      other[place] = other[place].count > 4 ? Self.slipped(other[place], .wrong, &random) : other[place] + "s"
      return (name, other.joined(separator: " "), country)
    case .organizationShort:
      let short = [
        "Institute": "Inst.", "International": "Intl", "Centre": "Center", "University": "Univ.",
        "National": "Natl", "Association": "Assoc.", "Foundation": "Fdn", "Research": "Res.",
      ]
      return (name, words.map { short[$0] ?? $0 }.joined(separator: " "), country)
    default: return (name, "The " + name, country)
    }
  }
}
