import Model
import Testing

private let today = Day("2015-09-15")!

/// An activity as the decision has it, with what a test says of it.
private func standing(_ id: RecordID = "t1.a", _ set: (inout Activity) -> Void = { _ in }) -> Standing {
  var activity = Activity(id: id)
  set(&activity)
  return activity.standing(asOf: today)
}

@Suite struct StandingTests {
  @Test func `Late after the adopted end`() { #expect(standing("t1.a") == .late(days: 138)) }

  @Test func `The current plan goes before the adopted one`() {
    #expect(standing { $0.end = today + 100 } == .next(days: 100))
    #expect(standing { $0.end = today + 46 } == .due(days: 46))
    #expect(standing { $0.end = today } == .due(days: 0))
  }

  @Test func `Done with its slip`() {
    let late: (inout Activity) -> Void = {
      $0.status = .done
      $0.actualEnd = Day("2015-05-02")
    }
    #expect(standing("t1.a", late) == .done(slipDays: 2))
    #expect(standing { $0.status = .done } == .done(slipDays: nil))
  }

  @Test func `Done later than as-of is not yet done`() {
    let later: (inout Activity) -> Void = {
      $0.status = .done
      $0.actualEnd = today + 5
    }
    #expect(standing("t1.a", later) == .late(days: 138))
  }

  @Test func `Early under way and next`() {
    #expect(
      standing {
        ($0.start, $0.end) = (today + 10, today + 200)
        $0.status = .underWay
      } == .early)
    #expect(standing { ($0.start, $0.end) = (today + 10, today + 200) } == .next(days: 10))
    #expect(standing { ($0.start, $0.end) = (today + -10, today + 200) } == .underWay)
    #expect(
      standing {
        ($0.start, $0.end, $0.actualStart) = (today + 10, today + 200, today + 1)
        $0.status = .underWay
      } == .next(days: 10))
  }

  @Test func `Ongoing and cancelled`() {
    #expect(standing("t1.k") == .ongoing)
    #expect(standing { $0.status = .cancelled } == .cancelled)
  }

  @Test func `Urgency puts the latest first`() {
    let order: [Standing] = [
      .late(days: 9), .late(days: 1), .due(days: 1), .due(days: 40), .underWay, .next(days: 1), .ongoing,
      .cancelled,
    ]
    #expect(order.map(\.urgency) == order.map(\.urgency).sorted(by: >))
  }
}

@Suite struct TimingTests {
  private func span(_ timing: Timing) -> [String?] {
    let span = timing.span(in: 2015)
    return [span.start?.description, span.end?.description]
  }

  @Test func `Every timing has its span`() {
    let (april, july) = (Month("2015-04")!, Month("2015-07")!)
    #expect(span(.by(april)) == [nil, "2015-04-30"])
    #expect(span(.window(april, july)) == ["2015-04-01", "2015-07-31"])
    #expect(span(.allYear(2016)) == ["2016-01-01", "2016-12-31"])
    #expect(span(.yearly(month: 10)) == ["2015-10-01", "2015-10-31"])
    for timing in [Timing.regular, .ongoing, .beforePlenary(days: 1...2)] {
      #expect(span(timing) == [nil, nil])
      #expect(timing.isRecurring)
    }
    #expect(!Timing.by(april).isRecurring)
    #expect(Timing.yearly(month: 10).isRecurring)
  }
}
