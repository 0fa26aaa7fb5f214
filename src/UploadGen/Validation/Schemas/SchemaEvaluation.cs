using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Checks values against schemas of JSON Schema 2020-12, and OpenAPI 3.0's <c>nullable</c> and exclusive bounds that are booleans.</summary>
/// <param name="definitions">The schemas that others refer to, by the text of the reference.</param>
internal sealed partial class SchemaEvaluation(IReadOnlyDictionary<string, string>? definitions)
{
    /// <summary>A schema that is applied more than this deep refers to itself.</summary>
    private const int MaxDepth = 200;

    private readonly ConcurrentDictionary<string, JsonElement> _definitions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SchemaPattern> _patterns = new(StringComparer.Ordinal);

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
        return document.RootElement.Clone();
    }

    /// <summary>Checks a value against a schema.</summary>
    /// <param name="subject">Value and schema.</param>
    /// <param name="violations">Takes the violations.</param>
    /// <param name="evaluated">Takes the members and items that a schema was applied to.</param>
    /// <param name="depth">How many schemas led here.</param>
    public void Check(SchemaSubject subject, SchemaViolations violations, SchemaEvaluated evaluated, int depth = 0)
    {
        if (depth > MaxDepth || subject.Schema.ValueKind is JsonValueKind.True)
        {
            return;
        }

        if (subject.Schema.ValueKind is JsonValueKind.False)
        {
            violations.Add(new Violation(subject.Pointer, "false", "no value", Actual("false", subject.Value), subject.Place));
            return;
        }

        if (Has(subject.Schema, SchemaMarks.Secret))
        {
            violations.Secrets.Add(subject.Pointer);
        }

        if (subject.Value.ValueKind == JsonValueKind.Null && Has(subject.Schema, "nullable"))
        {
            return;
        }

        var own = new SchemaEvaluated();
        foreach (var keyword in subject.Schema.EnumerateObject())
        {
            if (!SchemaKeywords.IsOfUnevaluated(keyword.Name))
            {
                Keyword(subject, keyword, violations, own, depth + 1);
            }
        }

        Unevaluated(subject, violations, own, depth + 1);
        evaluated.Add(own);
    }

    private void Keyword(SchemaSubject subject, JsonProperty keyword, SchemaViolations violations, SchemaEvaluated evaluated, int depth)
    {
        var before = violations.Count;
        switch (keyword.Name)
        {
            case var name when name == "$ref" || SchemaKeywords.IsInPlace(name):
                InPlace(subject, keyword, violations, evaluated, depth);
                break;
            case var name when SchemaKeywords.IsOfMembers(name) && subject.Value.ValueKind == JsonValueKind.Object:
                Members(subject, keyword, violations, evaluated, depth);
                break;
            case var name when SchemaKeywords.IsOfItems(name) && subject.Value.ValueKind == JsonValueKind.Array:
                Items(subject, keyword, violations, evaluated, depth);
                break;
            default:
                if (!Holds(subject.Schema, keyword, subject.Value))
                {
                    Add(subject, keyword, violations);
                }

                break;
        }
    }

    /// <summary>Whether the value fits the schema.</summary>
    private bool Fits(SchemaSubject subject, SchemaViolations around, SchemaEvaluated evaluated, int depth)
    {
        var violations = new SchemaViolations(around.Secrets);
        var own = new SchemaEvaluated();
        Check(subject, violations, own, depth);
        if (violations.Count == 0)
        {
            evaluated.Add(own);
        }

        return violations.Count == 0;
    }

    private static void Add(SchemaSubject subject, JsonProperty keyword, SchemaViolations violations, string? limit = null)
    {
        var actual = Actual(keyword.Name, subject.Value);
        violations.Add(new Violation(subject.Pointer, keyword.Name, limit ?? Text(keyword.Value), actual, $"{subject.Place}/{keyword.Name}"));
    }

    private SchemaPattern Pattern(string text, JsonElement expressions)
        => _patterns.GetOrAdd(text, _ => new SchemaPattern(text, Expression(text, expressions)));

    private static string? Expression(string text, JsonElement expressions)
        => expressions.ValueKind == JsonValueKind.Object && expressions.TryGetProperty(text, out var expression) ? expression.GetString() : null;

    private static bool Has(JsonElement schema, string flag) => schema.TryGetProperty(flag, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>What a violation shows: of a length or a count the number; of an object or a list its kind only, as secrets may be in it.</summary>
    private static string Actual(string keyword, JsonElement value) => (keyword, value.ValueKind) switch
    {
        ("minLength" or "maxLength", JsonValueKind.String) => Index(CodePoints.Count(value.GetString()!)),
        ("minItems" or "maxItems", JsonValueKind.Array) => Index(value.GetArrayLength()),
        ("minProperties" or "maxProperties", JsonValueKind.Object) => Index(value.EnumerateObject().Count()),
        (_, JsonValueKind.Array) => "an array",
        (_, JsonValueKind.Object) => "an object",
        _ => Text(value),
    };

    private static string Text(JsonElement value)
        => Redaction.Shorten(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), 100);

    private static string Index(int i) => i.ToString(CultureInfo.InvariantCulture);
}
