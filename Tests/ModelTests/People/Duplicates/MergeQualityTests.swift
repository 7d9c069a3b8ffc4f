import Model
import Testing

/// Which of two values stays where nobody chooses.
@Suite struct MergeQualityTests {
  private func merge(_ a: [String: String], _ b: [String: String]) -> StakeholderMerge {
    StakeholderMerge(
      Stakeholder(id: "a", version: 1, values: ["name": "Petrosyan, Nadir"].merging(a) { $1 }),
      Stakeholder(id: "b", version: 1, values: ["name": "Petrosyan, Nadir"].merging(b) { $1 }))
  }

  @Test func `A name in capitals gives way, and a shorter one`() {
    let names = [
      ("PETROSYAN, Nadir", "Petrosyan, Nadir"), ("PETROSYAN NADIR", "Nadir Petrosyan"),
      ("N. Petrosyan", "PETROSYAN, Nadir"),
    ]
    for (worse, better) in names {
      #expect(merge(["name": worse], ["name": better]).result.name == better)
      #expect(merge(["name": better], ["name": worse]).result.name == better)
    }
    #expect(merge(["city": "LUSAKA"], ["city": "Lusaka"]).result.city == "Lusaka")
  }

  @Test func `The later state of a status stays, with its date`() {
    let applied = ["observer": "applied", "observer_since": "2014"]
    let admitted = ["observer": "admitted", "observer_since": "2015-03"]
    for (a, b) in [(applied, admitted), (admitted, applied)] {
      let result = merge(a, b).result
      #expect(result.observer == .admitted && result.observerSince == "2015-03")
    }
  }
}
