import Foundation
import FoundationXML
import Testing

/// What the decision asks for, and what leaves the house, without a screen.
@Suite struct MandateCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `The trace names every paragraph, in each format`() throws {
    let proposal = try desk.write("id,name,received\np1,A hub,2015-03-01\n", to: "proposals.csv")
    try #require(try desk.run("import", "proposals", proposal).code == 0)
    let text = try desk.run("trace", "--as-of", "2015-09-15")
    #expect(text.code == 0 && text.errors == "")
    #expect(text.output.hasPrefix("What decision IPBES-3/4 asks for, as of 15 Sep 2015\n"))
    #expect(text.output.contains("proposals of the network (under way: 1)"))
    let csv = try desk.run("trace", "--as-of", "2015-09-15", "--format", "csv").output
    #expect(csv.hasPrefix("paragraph,state,who,covers,gaps,adopted,translation\r\n"))
    #expect(csv.components(separatedBy: "\r\n").count >= 103 + 2 && csv.contains("请秘书处以可得资金为限"))
    let markdown = try desk.run("trace", "--format", "markdown", "--lang", "zh").output
    #expect(markdown.hasPrefix("# 第 IPBES") && markdown.contains("| --- | --- | --- | --- |"))
    let page = try desk.run("trace", "--format", "html").output
    #expect(page.contains("<th scope=\"row\">op.2</th>") && page.hasSuffix("</html>\n"))
    #expect(XMLParser(data: Data(page.utf8)).parse())
  }

  @Test func `Every format has the texts as adopted and as translated for who reads it`() throws {
    for (language, words) in [("fr", "secrétariat"), ("ru", "секретариат"), ("es", "secretaría")] {
      for command in ["trace", "objectives"] {
        for format in ["text", "markdown", "html", "csv"] {
          let output = try desk.run(command, "--sample", "--format", format, "--lang", language).output
          let dense = output.filter { !$0.isWhitespace }
          #expect(dense.contains("可靠、透明、独立、权威") == (command == "objectives"), "\(command) \(format)")
          if command == "trace" {
            #expect(dense.contains("请秘书处以可得资金为限") && output.lowercased().contains(words), "\(format)")
          }
          #expect(!output.contains("Requests the secretariat") && !output.contains("Reaffirm the"))
        }
      }
    }
    let english = try desk.run("trace", "--sample").output
    #expect(english.contains("Our translation: Requests the secretariat"))
  }

  @Test func `What prescribes policy is said with its line, and ends well`() throws {
    let text = try desk.write(
      "Pollinators decline in many regions.\nGovernments must ban these pesticides.\n", to: "draft.txt")
    let found = try desk.run("wording", text)
    #expect(found.code == 0 && found.output.hasPrefix("line 2: “"))
    #expect(found.output.contains("(A.9, A-V.1)"))
    let fine = try desk.run(
      "wording", try desk.write("Ministers said that states must act.\n", to: "said.txt"))
    #expect(fine.output == "Nothing in this text prescribes policy, as far as its words show.\n")
    let french = try desk.write("Les gouvernements doivent interdire ces pesticides.\n", to: "fr.txt")
    #expect(try desk.run("wording", french, "--language", "fr").output.hasPrefix("line 1: “"))
    let unknown = try desk.run("wording", french, "--language", "de")
    #expect(unknown.code != 0 && unknown.errors.contains("de"))
  }
}
