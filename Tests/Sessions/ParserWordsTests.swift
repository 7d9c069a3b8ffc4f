import Glibc
import Testing

/// What is said of arguments before a command runs.
@Suite struct ParserWordsTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// The first lines of what a command line is refused with.
  private func refused(_ line: String, _ language: String) throws -> [String] {
    let result = try desk.run(
      arguments: line.split(separator: " ").map(String.init), environment: ["OUTREACH_LANGUAGE": language])
    #expect(result.code == EX_USAGE && result.output.isEmpty, "\(line)")
    return result.errors.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("list --format csvv", "« csvv » ne convient pas pour --format <format>."),
    ("due --days x", "« x » ne convient pas pour --days <days>."),
    ("export", "Il manque <kind>."),
    ("import --map", "Il manque une valeur à --map <map>."),
    ("list --sample=1", "--sample ne prend pas de valeur, or « 1 » est indiqué."),
    ("board --lanch x", "Il n’y a pas d’option --lanch. Vouliez-vous dire --launch ?"),
    ("board --nosuch", "Il n’y a pas d’option --nosuch."),
    ("store chck", "Il n’y a pas de commande « chck ». Vouliez-vous dire check ?"),
    ("imprt x", "Il n’y a pas de commande « imprt ». Vouliez-vous dire import ?"),
    ("xyzzy", "Il n’y a pas de commande « xyzzy »."),
    ("manual x y", "Rien de plus n’est attendu ici : x, y."),
  ])
  func `What is wrong with arguments is said in French`(line: String, said: String) throws {
    let lines = try refused(line, "fr")
    #expect(lines.first == said)
    #expect(lines.last?.hasPrefix("Pour en savoir plus : outreach") == true)
    #expect(lines.contains("UTILISATION"))
  }

  @Test(arguments: [
    ("en", "There is no option --nosuch."), ("zh", "没有选项 --nosuch。"), ("ar", "لا يوجد الخيار --nosuch."),
    ("ru", "Параметра --nosuch нет."), ("es", "No existe la opción --nosuch."),
  ])
  func `It is said in every language`(language: String, said: String) throws {
    #expect(try refused("board --nosuch", language).first == said)
    // Whoever says the language says it for this too, wherever it stands.
    let asked = try desk.run(
      arguments: ["board", "--nosuch", "--lang", language], environment: ["OUTREACH_LANGUAGE": "en"])
    #expect(asked.errors.hasPrefix(said + "\n"))
  }

  @Test func `What is taken instead stands below, and a reason of ours alone`() throws {
    #expect(try refused("list --format csvv", "fr").dropFirst().first == "Sont admis : text, csv, xlsx.")
    #expect(
      try refused("import stakholder x", "fr").first
        == "Il n’y a pas de type stakholder. Serait-ce stakeholders ?")
  }

  @Test func `A language that is not spoken is refused in one that is`() throws {
    #expect(try refused("due --lang xx", "fr").first?.hasSuffix("et non xx.") == true)
  }

  @Test func `Nothing of the arguments steers the terminal`() throws {
    let result = try desk.run(arguments: ["list\u{9B}31m", "\u{1B}[2J"], environment: [:])
    #expect(result.code == EX_USAGE)
    #expect(
      !result.errors.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || (0x80..<0xA0).contains($0.value)
      })
  }

  @Test func `Help stands in the language, as wide as a page`() throws {
    let help = try desk.run(arguments: ["import", "--help", "--lang", "zh"], environment: [:])
    #expect(help.code == 0)
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.contains("用法") && lines.contains("参数") && lines.contains("选项"))
    #expect(lines.contains("  -h, --help              显示本帮助。"))
    #expect(!help.output.contains("OVERVIEW") && !help.output.contains("Show help"))
    let widths = lines.map { $0.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }
    #expect((widths.max() ?? 0) <= 80)

    let store = try desk.run(arguments: ["help", "store"], environment: ["OUTREACH_LANGUAGE": "fr"]).output
    #expect(store.contains("COMMANDES\n  path                    Afficher où se trouve la base.\n"))
    #expect(store.hasSuffix("Ce que prend une commande : outreach help store <commande>\n"))
  }

  @Test func `What is asked for besides stays as it is`() throws {
    let version = try desk.run("--version")
    #expect(version.code == 0 && version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(try desk.run("--generate-completion-script=bash").output.contains("complete -o filenames -F"))
  }
}
