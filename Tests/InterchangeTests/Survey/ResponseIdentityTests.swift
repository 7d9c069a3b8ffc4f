import Interchange
import Model
import Testing

/// Which response a row is, and whether it counts.
@Suite struct ResponseIdentityTests {
  private let kobo = "one,many,scale,rank,_id,_uuid,meta/rootUuid"

  @Test func `A submission that was corrected is the same by _id and by rootUuid`() throws {
    let first = try Asked.responses(
      kobo, "yes,big,4,first,5001,aaaa-1,uuid:aaaa-1", "no,,,,5002,aaaa-2,uuid:aaaa-2")
    let again = try Asked.responses(
      kobo, "no,big,4,first,5001,bbbb-9,uuid:aaaa-1", "no,,,,5002,aaaa-2,uuid:aaaa-2", stored: first.new)
    #expect(again.new.isEmpty && again.changed.count == 1 && again.unchanged == 1)
    #expect(again.changed.first?["one"] == "no")
    // What came in by `_uuid` alone is found by what it was called first.
    let bare = try Asked.responses("one,many,scale,rank,_uuid", "yes,big,4,first,aaaa-1")
    let root = try Asked.responses(kobo, "no,big,4,first,5001,bbbb-9,uuid:aaaa-1", stored: bare.new)
    #expect(root.new.isEmpty && root.changed.map(\.id) == bare.new.map(\.id))
    let former = try Asked.responses(
      "one,many,scale,rank,_uuid,meta/deprecatedID", "no,big,4,first,bbbb-9,uuid:aaaa-1", stored: bare.new)
    #expect(former.new.isEmpty && former.changed.map(\.id) == bare.new.map(\.id))
  }

  @Test func `A file with the submission alone finds what is stored by its number, by what it says`() throws {
    let numbered = try Asked.responses(
      "one,many,scale,rank,_id,_uuid", "yes,big,4,first,5001,aaaa-1", "no,,,,5002,aaaa-2", "no,,,,5003,aaaa-3"
    )
    let bare = try Asked.responses(
      "one,many,scale,rank,_uuid", "yes,big,4,first,aaaa-1", "no,,,,aaaa-2", "no,,,,aaaa-3", "no,,,,aaaa-4",
      "yes,red,1,third,aaaa-5", stored: numbered.new)
    #expect(bare.unchanged == 3 && bare.changed.isEmpty && bare.remarks.knownByContent == 3)
    // As many as are stored; another with the same answers is another one.
    #expect(bare.new.count == 2)
    // With its number, or where no other program is behind it, a response is known by its name alone.
    for header in ["_id", "id"] {
      let other = try Asked.responses("one,many,scale,rank,\(header)", "no,,,,7001", stored: numbered.new)
      #expect(other.new.count == 1 && other.remarks.knownByContent == 0)
    }
  }

  @Test func `Numbers that begin anew are other responses, the same numbers the same ones`() throws {
    let header = "id,submitdate,one,many,scale,rank,say"
    let first = try Asked.responses(
      header, "1,2015-09-01 10:00:00,yes,big,4,first,a", "2,2015-09-01 11:00:00,no,,,,b")
    let second = try Asked.responses(
      header, "1,2016-03-01 10:00:00,no,red,1,third,c", "2,2016-03-02 10:00:00,yes,,,,d", stored: first.new)
    #expect(second.new.count == 2 && second.changed.isEmpty && second.remarks.renumbered == 2)
    #expect(Set(second.new.map(\.id)).isDisjoint(with: first.new.map(\.id)))
    let again = try Asked.responses(
      header, "1,2016-03-01 10:00:00,no,red,1,third,c", "2,2016-03-02 10:00:00,yes,,,,e",
      stored: first.new + second.new)
    #expect(again.new.isEmpty && again.unchanged == 1 && again.changed.count == 1)
    let corrected = try Asked.responses(
      header, "1,2015-09-05 10:00:00,yes,big,4,first,z", stored: first.new)
    #expect(corrected.changed.count == 1 && corrected.remarks.renumbered == 0)
    let alike = try Asked.responses(header, "2,2016-03-02 10:00:00,no,,,,b", stored: first.new)
    #expect(alike.new.count == 1 && alike.changed.isEmpty)
    let undated = try Asked.responses("id,one,many,scale,rank", "1,no,red,1,third", stored: first.new)
    #expect(undated.new.count == 1 && undated.remarks.renumbered == 1)
  }

  @Test func `Interviews that were broken off are counted apart until they are completed`() throws {
    let header = "id,submitdate,lastpage,startlanguage,seed,one,many[big],scale,rank[1]"
    let open = "2,,1,en,222,perhaps,,,"
    let taken = try Asked.responses(
      header, "1,2015-09-01 10:00:00,3,en,111,yes,Y,4,first", open, "3,,1,en,333,,,,")
    #expect(taken.new.count == 1 && taken.rejected.isEmpty && taken.remarks.empty == 0)
    #expect(taken.remarks.apart == [.unsubmitted: 2])
    let done = try Asked.responses(
      header, "2,2015-09-02 10:00:00,3,en,222,no,,,", "3,1980-01-01 00:00:00,3,en,333,yes,,,",
      stored: taken.new)
    #expect(done.new.count == 2 && done.remarks.apart.isEmpty)
    #expect(done.new.map(\.day) == [Day("2015-09-02"), nil])
  }

  @Test(arguments: [
    ("_validation_status", "validation_status_not_approved", ResponseApart.notApproved),
    ("_validation_status", "Not Approved", .notApproved),
    ("_validation_status", "NOT APPROVED", .notApproved),
    ("_validation_status", "Non approuvé", .notApproved), ("_validation_status", "No aprobado", .notApproved),
    ("_validation_status", "Не утверждено", .notApproved), ("_validation_status", "未批准", .notApproved),
    ("_validation_status", "غير موافق عليه", .notApproved), ("ReviewState", "rejected", .rejected),
    ("Status", "not decrypted", .encrypted),
  ]) func `What the other office threw out does not count, and is said`(
    _ column: String, _ state: String, _ reason: ResponseApart
  ) throws {
    let header = "_uuid,one,many,scale,rank,\(column)"
    let taken = try Asked.responses(header, "u-1,yes,big,4,first,\(state)", "u-2,no,,,,")
    #expect(taken.new.count == 1 && taken.remarks.apart == [reason: 1] && taken.remarks.apartStored.isEmpty)
    let before = try Asked.responses(header, "u-1,yes,big,4,first,")
    let later = try Asked.responses(header, "u-1,yes,big,4,first,\(state)", stored: before.new)
    #expect(later.changed.isEmpty && later.remarks.apartStored == [2])
  }

  @Test func `What is on hold counts, and is said`() throws {
    let taken = try Asked.responses(
      "_uuid,one,many,scale,rank,_validation_status", "u-1,yes,big,4,first,validation_status_on_hold",
      "u-2,no,,,,validation_status_approved")
    #expect(taken.new.count == 2 && taken.remarks.doubted == 1 && taken.remarks.apart.isEmpty)
  }

  @Test(arguments: ["meta/rootUuid,", "_uuid,", "_uuid,meta/rootUuid"])
  func `A file without _id finds what came in with it, by the first _uuid`(_ columns: String) throws {
    let first = try Asked.responses(
      kobo, "yes,big,4,first,5001,aaaa-0001,uuid:aaaa-0001", "no,,,,5002,aaaa-0002,uuid:aaaa-0002")
    let names = columns.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    func row(_ answer: String, _ number: Int) -> String {
      "\(answer),"
        + names.map { $0.isEmpty ? "" : ($0.hasPrefix("m") ? "uuid:" : "") + "aaaa-000\(number)" }.joined(
          separator: ",")
    }
    let again = try Asked.responses(
      "one,many,scale,rank,\(columns)", row("no,big,4,first", 1), row("no,,,", 2), stored: first.new)
    #expect(again.new.isEmpty && again.changed.count == 1 && again.unchanged == 1)
  }

  @Test func `What is stored under its number is found by it still`() throws {
    let first = try Asked.responses("one,many,scale,rank,_id,_uuid", "yes,big,4,first,5001,aaaa-0001")
    let again = try Asked.responses(kobo, "no,big,4,first,5001,bbbb-0009,uuid:aaaa-0001", stored: first.new)
    #expect(again.new.isEmpty && again.changed.map(\.id) == first.new.map(\.id))
  }
}
