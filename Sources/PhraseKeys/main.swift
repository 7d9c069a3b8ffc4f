import Foundation

// Writes the keys of a file of sentences as members of a type: `PhraseKeys en.json PhraseKey.swift`. An enumeration of so
// many would cost each compiler that reads it 18 s and 3.6 GB, and four of them do; members cost 1.4 s.

let places = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
guard places.count == 2 else { fatalError("a file of sentences and a place for its keys are needed") }
let sentences = try JSONSerialization.jsonObject(with: Data(contentsOf: places[0])) as? [String: Any]
// What has a dot is the label of a code: `field.name`.
let keys = (sentences ?? [:]).keys.filter { !$0.contains(".") }.sorted()
let source = """
  /// The sentences that the program says, by their keys in `Resources/en.json`. Each has its words in every language;
  /// a test holds that.
  public struct PhraseKey: RawRepresentable, CaseIterable, Hashable, Sendable {
    public let rawValue: String

    /// Nil where no sentence has that key.
    public init?(rawValue: String) {
      guard Self.names.contains(rawValue) else { return nil }
      self.rawValue = rawValue
    }

    private init(_ name: StaticString) { rawValue = String(describing: name) }
    private init(known name: Substring) { rawValue = String(name) }

    private static let names = Set(list.split(separator: " ").map(String.init))
    public static var allCases: [PhraseKey] { list.split(separator: " ").map(PhraseKey.init(known:)) }
    private static let list = "\(keys.joined(separator: " "))"

  \(keys.map { "  public static var `\($0)`: PhraseKey { PhraseKey(\"\($0)\") }" }.joined(separator: "\n"))
  }

  """
try source.write(to: places[1], atomically: true, encoding: .utf8)
