// As `R-0010`, `SOA-0001`: a prefix of letters, a hyphen, a number.
const references = /([A-Z]{1,6}-\d{2,})/

/** A sentence that names records: their references never break at the hyphen. */
export const Sentence = ({ text }: { readonly text: string }) => (
  <>
    {text.split(references).map((part, i) =>
      i % 2 === 0 ? part : (
        <span key={i} className="hg-whole">
          {part}
        </span>
      ),
    )}
  </>
)
