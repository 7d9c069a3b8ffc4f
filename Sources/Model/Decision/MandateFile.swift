/// The shape of the embedded `mandate.json`.
struct MandateFile: Decodable {
  let paragraphs: [Paragraph]
  let objectives: [Item]
  let functions: [Item]

  struct Paragraph: Decodable {
    let id: String
    let citation: Label
    let who: [MandateActor]
    let alongside: [MandateActor]
    let text: String
    let translation: String
    let covers: [MandateCover]
    let optional: Bool?
    let missing: Label?
  }

  struct Item: Decodable {
    let id: String
    let citation: Label
    let text: String
    let translation: String

    var words: AdoptedText { AdoptedText(id: id, adopted: text, english: translation) }
  }

  var mandate: Mandate {
    Mandate(
      paragraphs: paragraphs.map { one in
        MandateParagraph(
          id: one.id, citation: one.citation, who: one.who, alongside: one.alongside,
          text: AdoptedText(id: one.id, adopted: one.text, english: one.translation), covers: one.covers,
          isOptional: one.optional ?? false, missing: one.missing)
      },
      objectives: objectives.compactMap { one in
        Objective(rawValue: one.id).map {
          AdoptedObjective(id: $0, citation: one.citation, text: one.words)
        }
      },
      functions: functions.map { PlatformFunction(id: $0.id, citation: $0.citation, text: $0.words) })
  }
}

extension MandateCover: Decodable {
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    let text = try value.decode(String.self)
    guard let cover = MandateCover(text) else {
      throw DecodingError.dataCorruptedError(in: value, debugDescription: "nothing covers by \(text)")
    }
    self = cover
  }
}
