using System.ComponentModel;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>What a schema of the API's document says beyond its type and single limits. It is applied to a value's JSON.</summary>
/// <param name="place">Where the schema stands: a JSON pointer as a URI fragment.</param>
/// <param name="schema">The schema's JSON, without keywords that limit nothing and those that are checked otherwise.</param>
/// <param name="definitions">The schemas that it refers to, by the text of the reference.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaRule(string place, string schema, IReadOnlyDictionary<string, string>? definitions = null)
{
    private readonly Lazy<SchemaEvaluation> _evaluation = new(() => new SchemaEvaluation(definitions));
    private readonly Lazy<JsonElement> _schema = new(() => SchemaEvaluation.Parse(schema));

    /// <summary>Checks a value. Where the search for a pattern takes too long, that is the violation.</summary>
    internal IReadOnlyList<Violation> Violations(JsonElement value)
    {
        var violations = new SchemaViolations();
        try
        {
            _evaluation.Value.Check(new SchemaSubject(_schema.Value, value, "", place), violations, new SchemaEvaluated());
            return violations.Concealed();
        }
        catch (RegexMatchTimeoutException timeout)
        {
            return [new Violation("", "pattern", timeout.Pattern, Actual: null, place) { IsUnjudged = true }];
        }
    }
}
