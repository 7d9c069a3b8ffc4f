import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// What the merge screen says of the public register.
@Suite struct MergeConsentPaneTests {
  private func desk(language: String = "en") throws -> Desk {
    let library = try Library.inMemory()
    for (id, values) in [
      (
        "list",
        [
          "name": "Chanda Mwale", "country": "ZM", "phones": "+260 955 000001",
          "emails": "chanda.private@home.example; chanda@office.example",
        ]
      ),
      (
        "self",
        [
          "name": "Chanda Mwale", "country": "ZM", "emails": "chanda@office.example",
          "consents": "register | yes | consent | register | form | 2015-01-07",
          "register_fields": "name; emails; phones",
        ]
      ),
    ] {
      try library.apply(AddRecord(Stakeholder(id: id, version: 0, values: values)))
    }
    let desk = try Desk("2", language: language, library: library)
    desk.press("d", "d", "Enter")
    return desk
  }

  @Test func `it says first what would be public`() throws {
    let desk = try desk()
    #expect(desk.body == "")
  }

  @Test func `it says what is held back, and why`() throws {
    let desk = try desk()
    desk.press("Down")
    #expect(desk.status == " This stays out of the public register.")
    #expect(desk.body.hasSuffix(""))
    desk.press("Down")
    #expect(desk.status.hasPrefix(" E-mail"))
  }

  @Test func `in Chinese too`() throws {
    let desk = try desk(language: "zh")
    desk.press("Down")
    #expect(desk.body == "")
  }
}
