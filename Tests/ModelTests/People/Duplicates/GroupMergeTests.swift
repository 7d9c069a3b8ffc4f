import Testing

@testable import Model

/// Several copies of one stakeholder become one, whatever their order.
@Suite struct GroupMergeTests {
  private func copy(_ id: RecordID, _ values: [String: String]) -> Stakeholder {
    Stakeholder(id: id, version: 1, values: values.merging(["kind": "individual"]) { one, _ in one })
  }

  private var copies: [Stakeholder] {
    [
      copy("a", ["name": "T. Banda", "emails": "t@x.example"]),
      copy(
        "b",
        ["name": "BANDA, Thandiwe", "emails": "T@x.example; tb@x.example", "city": "Lusaka", "country": "ZM"]),
      copy("c", ["name": "Banda, Thandiwe", "country": "ZM", "city": "Ndola", "phones": "+260 211 000001"]),
      copy("d", ["name": "Banda, T.", "do_not_contact": "yes"]),
    ]
  }

  private func field(_ name: String) throws -> Field<Stakeholder> { try #require(Stakeholder.field(name)) }

  @Test func `The one that says most stays, with the best name and all addresses`() {
    let group = GroupMerge(copies)
    let result = group.result
    #expect(group.records.map(\.id) == ["b", "c", "a", "d"])
    #expect(result.id == "b" && result.name == "Banda, Thandiwe" && result.isDoNotContact)
    #expect(result.emails == ["T@x.example", "tb@x.example"])
    #expect(result.phones == ["+260 211 000001"] && result.city == "Lusaka")
    #expect(Set(result.aliases).isSuperset(of: ["T. Banda"]))
  }

  @Test func `The order in which they come changes nothing`() {
    let result = GroupMerge(copies).result
    for turn in 1..<4 {
      let turned = Array(copies[turn...] + copies[..<turn])
      #expect(GroupMerge(turned).result.values == result.values)
    }
  }

  @Test func `A chosen value stays, and one left out gives nothing`() throws {
    var group = GroupMerge(copies)
    let city = try field("city")
    #expect(
      group.values(of: city) == [.init(text: "Lusaka", holders: [0]), .init(text: "Ndola", holders: [1])])
    group.choose("Ndola", of: city)
    #expect(group.result.city == "Ndola")
    let isOut = group.turn(group.records[3])
    #expect(isOut && !group.takes(group.records[3]))
    #expect(!group.result.isDoNotContact && group.taken.count == 3)
    let isOutToo = group.turn(group.records[1])
    #expect(isOutToo && group.result.city == "Lusaka")
    let isLast = group.turn(group.records[0])
    #expect(!isLast, "two are left")
    let isBack = group.turn(group.records[1])
    #expect(isBack)
    #expect(group.result.city == "Ndola", "what was chosen is remembered")
  }

  @Test func `Lists are joined, and nobody chooses among answers`() throws {
    var group = GroupMerge(copies)
    let (emails, contact) = (try field("emails"), try field("do_not_contact"))
    #expect(!group.isChosen(emails) && !group.isChosen(contact))
    group.choose("", of: contact)
    group.choose("t@x.example", of: emails)
    #expect(group.result.isDoNotContact && group.result.emails.count == 2)
  }

  @Test func `Fresh records keep the choices, and those that are gone are left out`() throws {
    var group = GroupMerge(copies)
    group.choose("Ndola", of: try field("city"))
    var fresh = copies.byID
    fresh["a"] = nil
    fresh["c"]?.phones = ["+260 211 000002"]
    let again = group.again(fresh)
    #expect(again.records.map(\.id) == ["b", "c", "d"])
    #expect(again.result.city == "Ndola" && again.result.phones == ["+260 211 000002"])
  }
}
