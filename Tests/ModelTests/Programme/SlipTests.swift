import Testing

@testable import Model

/// How far activities are behind the adopted plan.
@Suite struct SlipTests {
  let asOf = Day("2015-09-15")!

  /// Website redesign: adopted for January to April 2015.
  private func slip(_ values: [String: String], id: RecordID = "t1.b") -> Int? {
    Activity(id: id, version: 1, values: values).slipDays(asOf: asOf)
  }

  @Test func `Open work slips until it is done`() {
    #expect(slip([:]) == 138)
    #expect(slip(["status": "under-way", "end": "2015-12-31"]) == 245)
    #expect(slip(["status": "done", "actual_end": "2015-05-12"]) == 12)
    #expect(slip(["status": "done", "actual_end": "2015-04-27"]) == -3)
  }

  @Test func `What has no end or no future does not slip`() {
    #expect(slip([:], id: "ip.5") == nil)
    #expect(slip(["status": "cancelled"]) == nil)
    #expect(slip(["status": "done"]) == nil)
  }

  @Test func `An early end does not make good a delay`() {
    let early = Activity(id: "t1.b", version: 1, values: ["status": "done", "actual_end": "2015-03-01"])
    let late = Activity(id: "t1.c", version: 1, values: ["status": "done", "actual_end": "2015-05-10"])
    #expect([early, late].delayDays(asOf: asOf) == 10)
  }
}
