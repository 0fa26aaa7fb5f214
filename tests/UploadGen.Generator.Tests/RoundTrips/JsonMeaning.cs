using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Tests.RoundTrips;

/// <summary>Finds what one JSON value says and another doesn't. Order, spelling of numbers and times, and null for absent say nothing.</summary>
internal static class JsonMeaning
{
    /// <summary>The first place where the second value says something else, or null.</summary>
    public static string? Difference(JsonNode? expected, JsonNode? actual, string path = "$") => (expected, actual) switch
    {
        (null, null) => null,
        (JsonObject left, JsonObject right) => left
            .Where(member => member.Value is not null || right[member.Key] is not null)
            .Select(member => Difference(member.Value, right[member.Key], path + "." + member.Key))
            .Concat(right.Where(member => member.Value is not null && !left.ContainsKey(member.Key)).Select(member => $"{path}.{member.Key}: not there before"))
            .FirstOrDefault(difference => difference is not null),
        (JsonArray left, JsonArray right) when left.Count == right.Count => left
            .Select((item, i) => Difference(item, right[i], $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]"))
            .FirstOrDefault(difference => difference is not null),
        (JsonValue left, JsonValue right) when Same(left, right) => null,
        _ => $"{path}: {expected?.ToJsonString() ?? "null"} became {actual?.ToJsonString() ?? "null"}",
    };

    private static bool Same(JsonValue left, JsonValue right)
    {
        var kind = left.GetValueKind();
        if (kind != right.GetValueKind())
        {
            return false;
        }

        return kind switch
        {
            JsonValueKind.Number => Number(left).Equals(Number(right)),
            JsonValueKind.String => left.ToString() == right.ToString() || (Time(left) is { } time && time == Time(right)),
            _ => true,
        };
    }

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(JsonValue value) => DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var time) ? time : null;
}
