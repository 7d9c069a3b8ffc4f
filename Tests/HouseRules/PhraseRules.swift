import Foundation
import Model
import Testing
import Office

@testable import Dashboard
@testable import Phrases

/// Every sentence has its words in every language, and every word is used.
@Suite struct PhraseRules {
  /// A file of phrases: for each key its sentence by plural form, `other` where there is one for all numbers.
  private static let books: [String: [String: [String: String]]] = {
    var books: [String: [String: [String: String]]] = [:]
    for language in Phrasebook.languages {
      let url = House.root.appendingPathComponent("Sources/Phrases/Resources/\(language).json")
      let bytes = (try? Data(contentsOf: url)) ?? Data()
      let table = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
      books[language] = (table ?? [:]).mapValues { $0 as? [String: String] ?? ["other": $0 as? String ?? ""] }
    }
    return books
  }()

  private static let keys = Set(PhraseKey.allCases.map(\.rawValue))

  /// The labels that fields need: their own, and one for each code to choose.
  private static func labels<R: Record>(of type: R.Type) -> Set<String> {
    var labels: Set<String> = []
    for field in R.fields {
      labels.insert("field.\(field.name)")
      switch field.entry {
      case .choice(let codes), .choices(let codes):
        // Names of their own, or those of other fields.
        guard !["indicator", "register_fields", "launch_activity"].contains(field.name) else { continue }
        labels.formUnion(Self.labels(codes, of: field.name))
      case .items(let parts):
        for part in parts {
          labels.insert("part.\(part.name)")
          switch part.entry {
          // What indicators are called stands in the decision.
          case .choice(let codes),
            .choices(let codes) where part.name != "indicators":
            labels.formUnion(Self.labels(codes, of: part.name))
          default: continue
          }
        }
      default: continue
      }
    }
    return labels
  }

  private static func labels(_ codes: [String], of name: String) -> [String] {
    codes.filter { !$0.isEmpty }.map { "\(FieldWords.group(name)).\($0)" }
  }

  private static let needed: Set<String> = {
    var all: Set<String> = []
    for kind in RecordKind.allCases { all.formUnion(labels(of: kind.type)) }
    for dimension in Dimension.allCases {
      all.insert("field.\(dimension.rawValue)")
      // Languages and regions have names of their own.
      let codes =
        dimension == .language ? ["other"] : dimension.scheme == nil ? dimension.vocabulary ?? [] : []
      all.formUnion(labels(codes, of: dimension.rawValue))
    }
    for column in StakeholderColumn.all {
      all.formUnion(["column.\(column.name)", "field.\(column.name)"])
    }
    return all
  }()

  @Test(arguments: Phrasebook.languages)
  func `Every sentence and label has its words`(language: String) throws {
    let book = try #require(Self.books[language])
    let silent = Self.keys.union(Self.needed).filter { book[$0]?.values.allSatisfy { !$0.isEmpty } != true }
      .sorted()
    #expect(silent.isEmpty, "\(language).json has no \(silent.joined(separator: ", "))")
  }

  @Test(arguments: Phrasebook.languages)
  func `No word stands there unused`(language: String) throws {
    let book = try #require(Self.books[language])
    // Labels of other tables: their group is named where they are asked for.
    let code = House.sources.filter { $0.module != "Phrases" }.flatMap(\.code).joined(separator: "\n")
    let asked = Set(code.matches(of: /(?:label|word)(?:: |\()"([a-zA-Z_]+)"/).map { String($0.output.1) })
    for key in book.keys.sorted() where !Self.keys.contains(key) && !Self.needed.contains(key) {
      let group = key.contains(".") ? String(key.prefix { $0 != "." }) : ""
      #expect(asked.contains(group), "nothing says \(key) of \(language).json")
    }
  }

  /// A change that has no word would show its name for programs in the history.
  @Test func `Every change has its word in the history`() throws {
    var names: Set<String> = []
    let code = House.sources.filter { $0.module == "Store" }.flatMap(\.code).joined(separator: "\n")
    for match in code.matches(of: /(?:var name: String \{|Journal\.write\([a-z]+, name:)([^}\n]*)/) {
      names.formUnion(match.output.1.matches(of: /"([a-z-]+)"/).map { String($0.output.1) })
    }
    #expect(names.isSuperset(of: ["edit", "bulk-set", "import", "retire", "restore", "notice", "adopt"]))
    for (language, book) in Self.books {
      let silent = names.filter { book["history.\($0)"] == nil }.sorted()
      #expect(silent.isEmpty, "\(language).json has no word for \(silent.joined(separator: ", "))")
    }
  }

  @Test func `Every sentence is said somewhere`() {
    let code = House.sources.flatMap(\.code).joined(separator: "\n")
    let said = Set(code.matches(of: /\.([a-z][A-Za-z0-9]+)/).map { String($0.output.1) })
    let unsaid = Self.keys.filter { !said.contains($0) && !$0.contains(/^(month|weekday)\d/) }.sorted()
    #expect(unsaid.isEmpty, "never said: \(unsaid.joined(separator: ", "))")
  }

  @Test func `Languages put the same things into a sentence`() throws {
    func places(_ sentence: String?) -> Set<String> {
      Set((sentence ?? "").matches(of: /\{\d\}/).map { String($0.output) })
    }
    let english = try #require(Self.books["en"])
    for (language, book) in Self.books {
      for (key, sentences) in book.sorted(by: { $0.key < $1.key }) {
        // Russian has no general form for whole numbers: most take that of many.
        let found = places(sentences["other"] ?? sentences["many"])
        #expect(found == places(english[key]?["other"]), "\(key) of \(language).json")
        #expect(
          found == Set((0..<found.count).map { "{\($0)}" }), "\(key) of \(language).json skips a number")
      }
    }
  }

  /// Names and signs that are the same in every language.
  private static let same: Set<String> = [
    "program", "mergeTheirs", "overviewBefore", "overviewAfter", "overviewOr",
    "timelineQuoted", "field.digest", "mediaFlagsHeading", "also.language.choose",
  ]

  @Test func `Chinese is not English`() throws {
    let (english, chinese) = (try #require(Self.books["en"]), try #require(Self.books["zh"]))
    let left = chinese.filter { english[$0.key] == $0.value && !Self.same.contains($0.key) }.keys.sorted()
    #expect(left.isEmpty, "still English: \(left.joined(separator: ", "))")
  }
}
