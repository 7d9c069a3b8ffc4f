import Glibc
import Testing

/// Stakeholders found without a screen.
@Suite struct ListCommandTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    let rows = [
      "id,name,country,roles,languages,tags,joined",
      "a,\"Banda, Thandiwe\",KE,contributor,en; fr,wet lands,2014-03-01",
      "b,刘森,CN,contributor; end-user,zh,森林,2015-07-01", "c,Otieno Union,KE,contributor,sw,,2015-01-01",
      "d,Lefèvre,FR,end-user,fr,wet lands,",
    ]
    let file = try desk.write(rows.joined(separator: "\n") + "\n", to: "people.csv")
    _ = try desk.run("import", "stakeholders", file)
  }

  private func found(_ arguments: String...) throws -> [String] {
    let process = try desk.run(
      arguments: ["list", "--columns", "name", "--format", "csv"] + arguments)
    return process.output.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
  }

  @Test func `An option that there is not is no word of a query`() throws {
    let result = try desk.run("list", "--nope")
    #expect(result.code == 64)
    #expect(result.errors.contains("--nope"))
    #expect(result.output.isEmpty)
  }

  @Test func `A query finds what it says`() throws {
    #expect(try found("country:KE role:contributor -lang:fr joined:<2015-06") == ["Otieno Union"])
    #expect(try found("country:kenya", "-language:fr") == ["Otieno Union"])
    #expect(try found("国家:中国") == ["刘森"])
    #expect(try found("tag:\"wet lands\"") == ["\"Banda, Thandiwe\"", "Lefèvre"])
    #expect(try found("森") == ["刘森"])
    #expect(try found("joined:none") == ["Lefèvre"])
    #expect(try found("lang:swahili") == ["Otieno Union"])
  }

  @Test func `It explains itself beside its output`() throws {
    let said = try desk.run("list", "country:KE -lang:fr")
    #expect(said.code == 0)
    #expect(said.output.hasPrefix("Otieno Union") && said.output.hasSuffix("\n"))
    #expect(said.errors == "in Kenya, speaks no French · 1 match\n")
    let chinese = try desk.run("list", "country:KE -lang:fr", "--lang", "zh")
    #expect(chinese.errors.hasPrefix("在肯尼亚、不讲法语 · "))
  }

  @Test func `What it does not understand stops it`() throws {
    let refused = try desk.run("list", "contry:KE")
    #expect(refused.code == EX_USAGE && refused.output == "")
    #expect(refused.errors == "No field is called “contry”. Did you mean country?\n")
    #expect(try desk.run("list", "--view", "None").code == EX_USAGE)
    #expect(try desk.run("list", "--columns", "nam").code == EX_USAGE)
  }

  @Test func `What leaves as a file is in the log`() throws {
    _ = try desk.run("list", "country:KE", "--format", "csv")
    let log = try desk.run("privacy", "log").output
    #expect(log.contains("country") && !log.contains("KE"))
  }
}
