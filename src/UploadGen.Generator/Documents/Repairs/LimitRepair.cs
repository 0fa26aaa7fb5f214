using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Takes limits out of schemas that are of a wrong kind (<c>maximum: "100"</c>, <c>minLength: -1</c>, <c>required: true</c>): Microsoft.OpenApi drops some of
/// them, throws on others, and keeps a few that nothing can check. What is meant isn't guessed. A least count that is too high is reported, too.
/// </summary>
internal sealed class LimitRepair(ICollection<SpecProblem> problems)
{
    /// <summary>Longer values aren't shown whole.</summary>
    private const int MaxShown = 100;

    private static readonly Kind Count = new("an integer from 0 on", IsCount);
    private static readonly Kind Number = new("a number", value => Is(value, JsonValueKind.Number));
    private static readonly Kind Divisor = new("a number above 0", value => Is(value, JsonValueKind.Number) && Double(value!) > 0);
    private static readonly Kind Bound = new("a number", value => Is(value, JsonValueKind.Number) || IsFlag(value));
    private static readonly Kind Flag = new("true or false", IsFlag);
    private static readonly Kind Text = new("a text", IsText);
    private static readonly Kind List = new("a list", value => value is JsonArray);
    private static readonly Kind Map = new("an object of lists", value => value is JsonObject);

    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["minLength"] = Count,
        ["maxLength"] = Count,
        ["minItems"] = Count,
        ["maxItems"] = Count,
        ["minProperties"] = Count,
        ["maxProperties"] = Count,
        ["minContains"] = Count,
        ["maxContains"] = Count,
        ["minimum"] = Number,
        ["maximum"] = Number,
        ["multipleOf"] = Divisor,
        // A flag of the other bound in 2.0 and 3.0.
        ["exclusiveMinimum"] = Bound,
        ["exclusiveMaximum"] = Bound,
        ["uniqueItems"] = Flag,
        ["pattern"] = Text,
        ["format"] = Text,
        ["enum"] = List,
        ["required"] = List,
        ["dependentRequired"] = Map,
    };

    /// <param name="schema">A schema.</param>
    /// <param name="pointer">Where it stands.</param>
    public void Mend(JsonObject schema, string pointer)
    {
        MendKeywords(schema, pointer, _ => true);
        MendNames(schema["required"] as JsonArray, "required", pointer + "/required");
        MendDependencies(schema["dependentRequired"] as JsonObject, pointer + "/dependentRequired");
    }

    /// <summary>Mends the limits that stand in a parameter of 2.0 itself, and in the items of one. There, <c>required</c> says something else.</summary>
    public void MendParameter(JsonObject parameter, string pointer)
    {
        MendKeywords(parameter, pointer, name => name != "required");
        if (parameter["items"] is JsonObject items)
        {
            MendParameter(items, pointer + "/items");
        }
    }

    private void MendKeywords(JsonObject schema, string pointer, Func<string, bool> isMeant)
    {
        foreach (var keyword in schema.Where(member => Kinds.ContainsKey(member.Key) && isMeant(member.Key)).ToList())
        {
            var kind = Kinds[keyword.Key];
            if (!kind.IsRight(keyword.Value))
            {
                schema.Remove(keyword.Key);
                Report(keyword.Key, keyword.Value, $"isn't {kind.Name}", $"{pointer}/{keyword.Key}");
            }
            else if (kind == Count && !((JsonValue)keyword.Value!).TryGetValue<int>(out _))
            {
                MendCount(schema, keyword.Key, keyword.Value, $"{pointer}/{keyword.Key}");
            }
        }
    }

    /// <summary>Counts are 32-bit integers to Microsoft.OpenApi. 2.0 is an integer, too (JSON Schema 2020-12, section 6.3).</summary>
    private void MendCount(JsonObject schema, string name, JsonNode count, string pointer)
    {
        var number = Double(count);
        schema.Remove(name);
        if (number <= int.MaxValue)
        {
            schema[name] = (int)number;
        }
        else if (name.StartsWith("min", StringComparison.Ordinal))
        {
            // The most that is allowed is kept by all that fits into memory, and this by nothing.
            Report(name, count, "is above 2147483647, the most that can be counted", pointer);
        }
    }

    private void MendDependencies(JsonObject? dependencies, string pointer)
    {
        foreach (var dependency in (dependencies ?? []).ToList())
        {
            var place = DocumentPointer.Append(pointer, dependency.Key);
            if (dependency.Value is not JsonArray)
            {
                dependencies!.Remove(dependency.Key);
                Report("dependentRequired", dependency.Value, "isn't a list", place);
            }

            MendNames(dependency.Value as JsonArray, "dependentRequired", place);
        }
    }

    /// <summary>From the last to the first, so that the places before still hold.</summary>
    private void MendNames(JsonArray? names, string keyword, string pointer)
    {
        for (var i = (names?.Count ?? 0) - 1; i >= 0; i--)
        {
            var name = names![i];
            if (!IsText(name))
            {
                names.RemoveAt(i);
                Report(keyword, name, "isn't the name of a member", $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}");
            }
        }
    }

    private void Report(string keyword, JsonNode? value, string fault, string pointer)
    {
        var json = value?.ToJsonString() ?? "null";
        var shown = json.Length <= MaxShown ? json : json.Substring(0, MaxShown - 1) + "…";
        var problem = $"{keyword} has {shown}, which {fault}, and isn't checked";
        problems.Add(SpecProblem.At(pointer, SpecProblemKind.Contradiction, problem));
    }

    private static bool IsCount(JsonNode? value) => Is(value, JsonValueKind.Number) && Double(value!) is >= 0 and var number && number == Math.Floor(number);

    private static bool IsFlag(JsonNode? value) => Is(value, JsonValueKind.True) || Is(value, JsonValueKind.False);

    private static bool IsText(JsonNode? value) => Is(value, JsonValueKind.String);

    private static bool Is(JsonNode? value, JsonValueKind kind) => value is JsonValue && value.GetValueKind() == kind;

    /// <summary>Read from its text: a number beyond a double is infinite, and no exception.</summary>
    private static double Double(JsonNode number)
        => double.TryParse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.PositiveInfinity;

    /// <summary>What the value of a keyword has to be.</summary>
    /// <param name="Name">What it is called.</param>
    private sealed record Kind(string Name, Func<JsonNode?, bool> IsRight);
}
