import Model
import Store

extension Library {
  /// Forty-eight stakeholders of all regions but Mesoamerica and Central Asia, few of them women or economists.
  static func ofRegions() throws -> Library {
    let library = try Library.inMemory()
    let countries = [
      "KE", "TZ", "ZA", "CM", "CD", "EG", "GH", "NG", "US", "CA", "JM", "BR", "PE", "FJ", "ID", "CN", "JP",
      "IN",
      "NP", "JO", "DE", "FR", "PL", "UA",
    ]
    let stakeholders = (0..<48).map { number in
      var values = ["name": "Stakeholder \(number + 101)", "country": countries[number % countries.count]]
      values["kind"] = number % 6 == 5 ? "institution" : "individual"
      if number % 6 != 5 { values["gender"] = number % 9 == 0 ? "female" : "male" }
      values["disciplines"] =
        ["natural", "natural; social", "", "social"][number % 4] + (number == 21 ? "; economic" : "")
      values["knowledge"] = number % 3 == 0 ? "scientific" : ""
      return Stakeholder(id: "s-\(number + 101)", version: 0, values: values)
    }
    try library.apply(ImportRecords(new: stakeholders + [noCountry, antarctic]))
    return library
  }

  private static var noCountry: Stakeholder {
    Stakeholder(id: "none", version: 0, values: ["name": "Nowhere Network", "kind": "group"])
  }
  private static var antarctic: Stakeholder {
    Stakeholder(
      id: "ice", version: 0, values: ["name": "Ice Station", "kind": "institution", "country": "AQ"])
  }
}
