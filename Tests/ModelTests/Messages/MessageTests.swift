import Foundation
@testable import Model
import Testing

/// A message: its languages, who agreed to it, and what the decision says of it.
@Suite struct MessageTests {
  private func message(_ values: [String: String], id: RecordID = "x") -> Message {
    Message(id: id, version: 1, values: values)
  }

  @Test func `The seven messages and the three terms stand as they were adopted`() throws {
    let adopted = Decision.adopted.messages
    #expect(adopted.map(\.kind) == Array(repeating: .overall, count: 7) + Array(repeating: .term, count: 3))
    let first = try #require(adopted.first)
    #expect(first.text?.zh == "平台是一个权威机构，提供关于生物多样性和生态系统服务主要方面最佳、最新的报告，以响应政策制定者的要求；")
    #expect(first.citation == Label(en: "A-V.3 (a)", zh: "附件一第五节第 3 段(a)"))
    #expect(adopted.suffix(3).map(\.label.zh) == ["全球共识", "同行评审", "高质量科学"])
    #expect(adopted.suffix(3).allSatisfy { $0.text == nil && $0.citation.en == "A-V.2" })
  }

  @Test func `What the decision says is said where the office wrote nothing`() {
    let message = Message(id: "m.a")
    #expect(message.state == .adopted && message.type == .overall)
    #expect(message.text(in: "zh")?.hasPrefix("平台是一个权威机构") == true)
    #expect(message.text(in: "fr") == nil)
    #expect(Message(id: "m.t1").state == .empty)
    #expect(Message.title(of: "m.t2", called: "Peer review", in: "zh") == "同行评审")
    #expect(Message.title(of: "m.t2", called: "Something else", in: "zh") == "Something else")
    #expect(self.message(["text_en": "Ours."], id: "m.a").text(in: "en") == "Ours.")
  }

  @Test func `Agreed is what all three roles agreed to in this edition`() {
    let words = "A | co-chair | 2015-09-01 | 1; B | lead-author | 2015-09-01 | 1"
    var one = message(["name": "x", "text_en": "y", "agreements": words])
    #expect(one.state == .underAgreement && one.lacking == [.reviewEditor] && one.isClosed)
    one.agreements.append(Agreement(who: "C", role: .reviewEditor, day: nil, edition: 1))
    #expect(one.isAgreed && one.state == .agreed && one.contradictions.isEmpty)
    one.edition = 2
    #expect(one.state == .draft && one.lacking.count == 3 && one.agreements.count == 3)
  }

  @Test(arguments: [
    "A | co-chair | 2015-09-01 | 1; a | lead-author | 2015-09-01 | 1",
    "A | co-chair | 2015-09-01 | 1; B | co-chair | 2015-09-01 | 1",
    "A | co-chair | 2015-09-01 | 1 | s; B | lead-author | 2015-09-01 | 1 | s",
  ])
  func `Two roles are two people, and one role is one word`(_ words: String) {
    let problem = message(["name": "x", "agreements": words]).contradictions.first
    #expect(problem?.field == "agreements")
  }

  @Test func `Two people of one name are two where the base knows both`() {
    let words = "A | co-chair | 2015-09-01 | 1 | s; A | lead-author | 2015-09-01 | 1 | t"
    #expect(message(["name": "x", "agreements": words]).contradictions.isEmpty)
    let later = "A | co-chair | 2015-09-01 | 1; A | lead-author | 2015-09-01 | 2"
    #expect(message(["name": "x", "edition": "2", "agreements": later]).contradictions.isEmpty)
  }

  @Test func `A talking point lacks its finding before anybody can agree to it`() {
    #expect(
      message(["name": "x"]).gaps == ["text_en", "launch", "finding", "confidence", "source_page"])
    #expect(message(["name": "x", "message_kind": "overall", "text_ar": "ن"]).gaps.isEmpty)
    #expect(Message(id: "m.a").gaps.isEmpty && Message(id: "m.t1").gaps == ["text_en"])
  }

  @Test func `What is of the decision stays of its kind`() {
    #expect(message(["message_kind": "term"], id: "m.a").contradictions.map(\.field) == ["message_kind"])
    #expect(message([:]).contradictions.map(\.field) == ["name"])
  }

  @Test func `Words are found in any field and in the adopted text, whatever the accents`() {
    var book = MessageBook([message(["name": "Crops", "text_fr": "Les récoltes"]), Message(id: "m.a")])
    #expect(book.messages.map(\.id) == ["m.a", "x"])
    #expect(book.holding("recoltes").map(\.id) == ["x"])
    #expect(book.holding("权威").map(\.id) == ["m.a"])
    #expect(book.holding("crops recol").map(\.id) == ["x"] && book.holding("crops 权威").isEmpty)
    #expect(book.holding("").count == 2)
  }
}
