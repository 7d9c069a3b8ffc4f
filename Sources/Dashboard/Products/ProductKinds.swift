import Model
import Phrases

extension Product: Shown {
  static let form = PhraseKey.paneProducts
}

extension Translation: Shown {
  static let form = PhraseKey.paneProducts
  var destination: Destination { .list(.product, product) }
}
