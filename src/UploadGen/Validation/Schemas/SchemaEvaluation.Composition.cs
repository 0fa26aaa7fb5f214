using System.Text.Json;

namespace UploadGen.Core;

/// <content>Keywords whose schemas are applied to the same value.</content>
internal sealed partial class SchemaEvaluation
{
    private void InPlace(SchemaSubject subject, JsonProperty keyword, SchemaViolations violations, SchemaEvaluated evaluated, int depth)
    {
        switch (keyword.Name)
        {
            case "$ref":
                var reference = keyword.Value.GetString()!;
                var target = _definitions.GetOrAdd(reference, text => Parse(definitions![text]));
                Check(subject with { Schema = target, Place = reference }, violations, evaluated, depth);
                break;
            case "allOf":
                foreach ((var part, _) in Parts(subject, keyword))
                {
                    Check(part, violations, evaluated, depth);
                }

                break;
            case "anyOf" or "oneOf":
                var fitting = Parts(subject, keyword).Where(part => Fits(part.Subject, violations, evaluated, depth)).ToList();
                if (fitting.Count == 0)
                {
                    Add(subject, keyword, violations);
                }
                else if (fitting.Count > 1 && keyword.Name == "oneOf" && !Has(subject.Schema, SchemaMarks.Overlap))
                {
                    Add(subject, keyword, violations, "only one of " + string.Join(" and ", fitting.Select(Named)));
                }

                break;
            case "not":
                if (Fits(subject.With(keyword.Value, keyword.Name), violations, new SchemaEvaluated(), depth))
                {
                    Add(subject, keyword, violations);
                }

                break;
            case "if":
                var branch = Fits(subject.With(keyword.Value, keyword.Name), violations, evaluated, depth) ? "then" : "else";
                if (subject.Schema.TryGetProperty(branch, out var next))
                {
                    Check(subject.With(next, branch), violations, evaluated, depth);
                }

                break;
            case "dependentSchemas" when subject.Value.ValueKind == JsonValueKind.Object:
                foreach (var dependency in keyword.Value.EnumerateObject().Where(dependency => subject.Value.TryGetProperty(dependency.Name, out _)))
                {
                    Check(subject.With(dependency.Value, $"{keyword.Name}/{dependency.Name}"), violations, evaluated, depth);
                }

                break;
        }
    }

    /// <summary>What an alternative is called in a message: the end of its reference, else its place.</summary>
    private static string Named((SchemaSubject Subject, int Index) alternative)
        => alternative.Subject.Schema.ValueKind == JsonValueKind.Object && alternative.Subject.Schema.TryGetProperty("$ref", out var reference)
            ? Uri.UnescapeDataString(reference.GetString()!.Split('/')[^1])
            : $"oneOf/{Index(alternative.Index)}";

    private static IEnumerable<(SchemaSubject Subject, int Index)> Parts(SchemaSubject subject, JsonProperty keyword)
        => keyword.Value.EnumerateArray().Select((part, i) => (subject.With(part, $"{keyword.Name}/{Index(i)}"), i));
}
