import Model
import RandomRecords
import Testing

/// Whatever the consents, the order and the number of copies: what leaves the house after merging is what every record
/// that has to do with it allowed.
@Suite struct MergePrivacyTests {
  private struct Case {
    var copies: [Stakeholder]
    var result: Stakeholder
  }

  private static let values: [String: [String]] = [
    "name": ["Chanda Mwale", "C. Mwale", "MWALE, Chanda"], "country": ["ZM", "MW"],
    "city": ["Lusaka", "Ndola"], "emails": ["a@x.example", "b@x.example", "c@x.example", "A@x.example"],
    "phones": ["+260 955 000001", "+260 955 000002"],
    "links": ["https://x.example/a", "https://x.example/b"],
    "addresses": ["1 Cairo Road, Lusaka", "2 Cairo Road, Lusaka"], "interests": ["bees", "soils"],
    "affiliations": ["Institute of Dunes | head", "Wetland Union"], "languages": ["en", "fr"],
  ]

  private func copy(_ id: RecordID, _ random: inout SeededGenerator) -> Stakeholder {
    var values = ["name": Self.values["name"]?.randomElement(using: &random) ?? "Chanda Mwale"]
    for (field, all) in Self.values.sorted(by: { $0.key < $1.key }) where field != "name" {
      let isList = ["emails", "phones", "links", "addresses"].contains(field)
      let some = all.shuffled(using: &random).prefix(Int.random(in: 0...(isList ? 2 : 1), using: &random))
      values[field] = some.joined(separator: "; ")
    }
    let fields = RegisterField.allCases.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
    values["register_fields"] = fields.map(\.rawValue).joined(separator: "; ")
    var copy = Stakeholder(id: id, version: 1, values: values)
    for use in [ConsentUse.register, .mailing, .focalPoint] {
      let answer = [ConsentAnswer?.none, .yes, .yes, .no].randomElement(using: &random) ?? nil
      guard let answer else { continue }
      let day = Day(number: 16_000 + Int.random(in: 0..<20, using: &random))
      copy.consents.append(Consent(use: use, answer: answer, day: day))
    }
    if copy.consent(to: .register) == nil { copy.registerFields = [] }
    copy.isDoNotContact = Int.random(in: 0..<6, using: &random) == 0
    return copy
  }

  /// All copies in one step, with some values chosen.
  private func mergedAtOnce(_ copies: [Stakeholder], _ random: inout SeededGenerator) -> Stakeholder {
    var group = GroupMerge(copies)
    for field in group.differences where Int.random(in: 0..<3, using: &random) == 0 {
      if let value = group.values(of: field).randomElement(using: &random) {
        group.choose(value.text, of: field)
      }
    }
    return group.result
  }

  /// Merges copies two by two in any order, sometimes pairs of pairs.
  private func merged(_ copies: [Stakeholder], _ random: inout SeededGenerator) -> Stakeholder {
    var left = copies
    while left.count > 1 {
      left.shuffle(using: &random)
      let second = left.removeLast()
      let first = left.removeLast()
      var merge = StakeholderMerge(first, second)
      for field in merge.differences where Int.random(in: 0..<3, using: &random) == 0 {
        if let choice = merge.choices(of: field).randomElement(using: &random) {
          merge.choose(choice, of: field)
        }
      }
      left.append(merge.result)
    }
    return left[0]
  }

  private func each(_ seeds: Range<UInt64>, _ body: (Case) throws -> Void) rethrows {
    for seed in seeds {
      var random = SeededGenerator(seed: seed)
      let number = Int.random(in: 2...4, using: &random)
      let copies = (0..<number).map { copy("r\($0)", &random) }
      let result = seed % 3 == 0 ? mergedAtOnce(copies, &random) : merged(copies, &random)
      try body(Case(copies: copies, result: result))
    }
  }

  private func key(_ field: String, _ value: String) -> String {
    field == "emails" ? value.lowercased() : value
  }

  private func says(_ copy: Stakeholder, _ field: String, _ value: String) -> Bool {
    let text = Stakeholder.field(field)?.read(copy) ?? ""
    return ListText.entries(of: text).contains { key(field, $0) == key(field, value) } || text == value
  }

  @Test func `The public register holds nothing that a record did not allow`() {
    var published = 0
    each(0..<3_000) { one in
      guard case .listed(let entry) = PublicRegister.standing(of: one.result) else { return }
      let refusing = one.copies.contains { $0.consent(to: .register)?.answer == .no }
      #expect(!refusing)
      for value in entry.publicValues {
        published += 1
        let field = value.field
        let asked = one.copies.filter { $0.consent(to: .register) != nil }
        #expect(asked.allSatisfy { $0.registerFields.contains(field) }, "\(field)")
        let giver = one.copies.contains {
          $0.hasAgreed(to: .register) && $0.registerFields.contains(field)
            && says($0, field.rawValue, value.text)
        }
        #expect(giver, "\(field.rawValue) \(value.text)")
      }
    }
    #expect(published > 1_000)
  }

  @Test func `Mailings reach only an address that somebody gave for them`() {
    var sent = 0
    each(3_000..<6_000) { one in
      guard one.result.mailingExclusion(nil, nil) == nil, let to = one.result.mailingAddress else { return }
      sent += 1
      #expect(one.copies.allSatisfy { $0.consent(to: .mailing)?.answer != .no && !$0.isDoNotContact })
      let field = ["email": "emails", "post": "addresses", "phone": "phones"][to.channel.rawValue] ?? ""
      #expect(
        one.copies.contains { $0.hasAgreed(to: .mailing) && says($0, field, to.address) }, "\(to.address)")
    }
    #expect(sent > 100)
  }

  @Test func `Notices tell only what was agreed`() {
    var told = 0
    each(6_000..<9_000) { one in
      guard let entry = NoticeEntry(one.result) else { return }
      told += 1
      #expect(one.copies.allSatisfy { $0.consent(to: .focalPoint)?.answer != .no })
      let agreed = one.copies.filter { $0.hasAgreed(to: .focalPoint) }
      #expect(agreed.contains { $0.name == entry.name })
      #expect(entry.country.isEmpty || agreed.contains { $0.country == entry.country })
      for email in entry.emails {
        let givers = one.copies.filter { says($0, "emails", email) && $0.hasAgreed(to: .register) }
        #expect(givers.contains { $0.registerFields.contains(.emails) }, "\(email)")
        #expect(!one.copies.contains { $0.consent(to: .register)?.answer == .no || $0.isDoNotContact })
      }
    }
    #expect(told > 100)
  }
}
