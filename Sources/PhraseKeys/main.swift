import Foundation

// Writes the keys of a file of sentences as an enumeration: `PhraseKeys en.json PhraseKey.swift`.

let places = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
guard places.count == 2 else { fatalError("a file of sentences and a place for its keys are needed") }
let sentences = try JSONSerialization.jsonObject(with: Data(contentsOf: places[0])) as? [String: Any]
// What has a dot is the label of a code: `field.name`.
let keys = (sentences ?? [:]).keys.filter { !$0.contains(".") }.sorted()
let source = """
  /// The sentences that the program says, by their keys in `Resources/en.json`. Each has its words in every language;
  /// a test holds that.
  public enum PhraseKey: String, CaseIterable, Sendable {
  \(keys.map { "  case `\($0)`" }.joined(separator: "\n"))
  }

  """
try source.write(to: places[1], atomically: true, encoding: .utf8)
