using System.Text.Json;

namespace UploadGen.Core;

/// <content>Keywords whose schemas are applied to members and items.</content>
internal sealed partial class SchemaEvaluation
{
    private void Members(SchemaSubject subject, JsonProperty keyword, SchemaViolations violations, SchemaEvaluated evaluated, int depth)
    {
        foreach (var member in subject.Value.EnumerateObject())
        {
            var part = subject.Part(member.Value, Validation.Escape(member.Name));
            foreach ((var schema, var place) in SchemasOf(subject.Schema, keyword, member.Name))
            {
                var isName = keyword.Name == "propertyNames";
                var value = isName ? NameOf(member.Name) : member.Value;
                Check(part.With(schema, place) with { Value = value }, violations, new SchemaEvaluated(), depth);
                if (!isName)
                {
                    evaluated.Members.Add(member.Name);
                }
            }
        }
    }

    private static JsonElement NameOf(string member) => Parse($"\"{JsonEncodedText.Encode(member)}\"");

    /// <summary>The schemas that a keyword applies to a member.</summary>
    private IEnumerable<(JsonElement Schema, string Place)> SchemasOf(JsonElement schema, JsonProperty keyword, string member) => keyword.Name switch
    {
        "properties" => keyword.Value.TryGetProperty(member, out var own) ? [(own, $"properties/{Uri.EscapeDataString(Validation.Escape(member))}")] : [],
        "patternProperties" => keyword.Value.EnumerateObject()
            .Where(pattern => Pattern(pattern.Name, Expressions(schema)).IsFound(member))
            .Select(pattern => (pattern.Value, $"patternProperties/{Uri.EscapeDataString(Validation.Escape(pattern.Name))}")),
        "additionalProperties" when IsKnown(schema, member) => [],
        _ => [(keyword.Value, keyword.Name)],
    };

    private bool IsKnown(JsonElement schema, string member)
        => (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member, out _))
            || (schema.TryGetProperty("patternProperties", out var patterns)
                && patterns.EnumerateObject().Any(pattern => Pattern(pattern.Name, Expressions(schema)).IsFound(member)));

    private void Items(SchemaSubject subject, JsonProperty keyword, SchemaViolations violations, SchemaEvaluated evaluated, int depth)
    {
        var prefix = subject.Schema.TryGetProperty("prefixItems", out var positions) ? positions.GetArrayLength() : 0;
        var contained = 0;
        var i = 0;
        foreach (var item in subject.Value.EnumerateArray())
        {
            var part = subject.Part(item, Index(i));
            var isJudged = true;
            switch (keyword.Name)
            {
                case "prefixItems" when i < prefix:
                    Check(part.With(positions[i], $"prefixItems/{Index(i)}"), violations, new SchemaEvaluated(), depth);
                    break;
                case "items" when i >= prefix:
                    Check(part.With(keyword.Value, "items"), violations, new SchemaEvaluated(), depth);
                    break;
                case "contains" when Fits(part.With(keyword.Value, "contains"), violations, new SchemaEvaluated(), depth):
                    contained++;
                    break;
                default:
                    isJudged = false;
                    break;
            }

            if (isJudged)
            {
                evaluated.Items.Add(i);
            }

            i++;
        }

        if (keyword.Name != "contains")
        {
            return;
        }

        var least = subject.Schema.TryGetProperty("minContains", out var min) ? min.GetDecimal() : 1;
        if (contained < least)
        {
            Add(subject, keyword, violations);
        }

        if (subject.Schema.TryGetProperty("maxContains", out var most) && contained > most.GetDecimal())
        {
            violations.Add(new Violation(subject.Pointer, "maxContains", Text(most), Index(contained), subject.Place + "/maxContains"));
        }
    }

    private void Unevaluated(SchemaSubject subject, SchemaViolations violations, SchemaEvaluated own, int depth)
    {
        if (subject.Value.ValueKind == JsonValueKind.Object && subject.Schema.TryGetProperty("unevaluatedProperties", out var members))
        {
            foreach (var member in subject.Value.EnumerateObject().Where(member => !own.Members.Contains(member.Name)).ToList())
            {
                var part = subject.With(members, "unevaluatedProperties").Part(member.Value, Validation.Escape(member.Name));
                Check(part, violations, new SchemaEvaluated(), depth);
                own.Members.Add(member.Name);
            }
        }

        if (subject.Value.ValueKind == JsonValueKind.Array && subject.Schema.TryGetProperty("unevaluatedItems", out var items))
        {
            foreach (var i in Enumerable.Range(0, subject.Value.GetArrayLength()).Where(i => !own.Items.Contains(i)).ToList())
            {
                Check(subject.With(items, "unevaluatedItems").Part(subject.Value[i], Index(i)), violations, new SchemaEvaluated(), depth);
                own.Items.Add(i);
            }
        }
    }

    private static JsonElement Expressions(JsonElement schema) => schema.TryGetProperty(SchemaMarks.Expressions, out var expressions) ? expressions : default;
}
