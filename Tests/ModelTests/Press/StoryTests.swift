import Model
import Testing

/// 5.4: which items are copies of one story.
@Suite struct StoryTests {
  private func item(_ id: RecordID, _ day: String, _ name: String, link: String = "", story: String = "")
    -> Coverage
  {
    var item = Coverage(id: id)
    (item.name, item.when, item.link, item.story) = (name, Day(day).map(When.day), link, story)
    return item
  }

  @Test(arguments: [
    ("https://www.example.org/a/?utm_source=x&id=7#top", "example.org/a?id=7"),
    ("http://EXAMPLE.org:80/a/index.html", "example.org/a"),
    ("https://m.example.org/a/amp", "example.org/a"),
    ("https://example.org/a?b=2&a=1&fbclid=Zz", "example.org/a?a=1&b=2"),
    ("https://user:secret@example.org", "example.org"),
    ("file:///etc/passwd", ""), ("javascript:alert(1)", ""), ("", ""), ("https://", ""),
  ])
  func `Links are compared without what tracks their readers`(link: String, canonical: String) {
    #expect(CoverageLink.canonical(link) == canonical)
  }

  @Test func `Titles are compared by their words`() {
    #expect(StoryTitle("Bees' DECLINE: “alarming”").key == StoryTitle("bees decline — alarming").key)
    #expect(StoryTitle("传粉者与粮食").words.count == 6)
    #expect(
      StoryTitle("Wild bees decline faster than thought, panel warns")
        .isNear(StoryTitle("Wild bees decline faster than thought, UN panel warns")))
    #expect(
      !StoryTitle("Wild bees decline faster than thought, panel warns")
        .isNear(StoryTitle("Honey bees recover slower than thought, panel says")))
    #expect(!StoryTitle("Press review").isTelling)
    #expect(
      StoryTitle("Wild bees decline faster than thought - Example Daily").key
        == StoryTitle("Wild bees decline faster than thought").key)
  }

  @Test func `Copies find their story, and what people parted stays parted`() {
    var grouper = StoryGrouper()
    grouper.know(item("old", "2015-09-10", "Wild bees decline faster than thought, panel warns"))
    grouper.know(item("told", "2015-09-01", "A story by hand", story: "by-hand"))
    var (story, with) = grouper.join(
      item("n1", "2015-09-12", "Wild bees decline faster than thought, UN panel warns"))
    #expect((story, with) == ("old", "old"))
    (story, with) = grouper.join(
      item("n2", "2015-09-12", "Wild bees decline faster than thought, panel warns"))
    #expect((story, with) == ("old", nil))
    (story, with) = grouper.join(
      item("n3", "2015-11-12", "Wild bees decline faster than thought, panel warns"))
    #expect((story, with) == ("", nil))
    (story, with) = grouper.join(item("n4", "2015-09-02", "A story by hand"))
    #expect((story, with) == ("by-hand", nil))
    (story, with) = grouper.join(item("n5", "2015-09-12", "Press review"))
    #expect((story, with) == ("", nil))
    (story, with) = grouper.join(item("n6", "2015-09-13", "Press review"))
    #expect((story, with) == ("", nil))
    (story, with) = grouper.join(
      item("n7", "2015-12-01", "Another title", link: "https://example.org/p?utm_id=1"))
    #expect((story, with) == ("", nil))
    (story, with) = grouper.join(item("n8", "2016-01-01", "Translated", link: "http://www.example.org/p"))
    #expect((story, with) == ("n7", "n7"))
  }

  @Test func `The page of a programme tells many stories, of others' copies one`() {
    var grouper = StoryGrouper()
    func told(_ id: RecordID, _ day: String, _ name: String, by outlet: String) -> Coverage {
      var item = item(id, day, name, link: "https://radio.example/weekly/")
      item.outlet = outlet
      return item
    }
    grouper.know(told("bees", "2015-10-01", "Programme of 1 October: bees", by: "Radio"))
    #expect(
      grouper.join(told("soils", "2015-10-08", "Programme of 8 October: soils", by: "Radio")).story.isEmpty)
    #expect(grouper.join(told("copy", "2015-10-02", "What the radio says", by: "Wire")).story.isEmpty)
    #expect(
      grouper.join(told("hay", "2015-10-15", "Programme of 15 October: hay", by: "radio")).story.isEmpty)
  }
}
