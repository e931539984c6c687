// Included before everything else when nodejieba is compiled: only words are cut here, and the keyword extractors hold a
// second copy of the dictionary and a table of weights, which cost 130 MB and two thirds of the time to load.
#define CPPJIEBA_KEYWORD_EXTRACTOR_H
#define CPPJIEBA_TEXTRANK_EXTRACTOR_H

#include <cstddef>
#include <stdexcept>
#include <string>

namespace cppjieba {

struct NoExtractor {
  template <typename Words>
  void Extract(const std::string&, Words&, std::size_t) const {
    throw std::logic_error("nodejieba was built without keyword extraction");
  }
};

struct KeywordExtractor : NoExtractor {
  template <typename... Parts>
  explicit KeywordExtractor(const Parts&...) {}
};

class TextRankExtractor : public NoExtractor {
 public:
  template <typename... Parts>
  explicit TextRankExtractor(const Parts&...) {}
};

}  // namespace cppjieba
