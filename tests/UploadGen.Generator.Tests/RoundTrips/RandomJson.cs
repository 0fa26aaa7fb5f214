using System.Globalization;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Tests.RoundTrips;

/// <summary>Makes JSON that is valid by a schema, at random but from a seed. It reads the document itself, not the generator's model of it.</summary>
internal sealed class RandomJson(JsonNode document, int seed)
{
    private const int MaxDepth = 5;

    private readonly Random _random = new(seed);

    public JsonNode? Value(JsonNode? schema, int depth = 0)
    {
        if (schema is not JsonObject described)
        {
            return Anything();
        }

        if (Resolve(described) is not { } shape)
        {
            return Anything();
        }

        if (IsNullable(shape) && _random.Next(5) == 0)
        {
            return null;
        }

        return Constant(shape) ?? ScalarPart(shape, depth) ?? Alternative(shape, depth) ?? Typed(shape, depth);
    }

    /// <summary>An <c>allOf</c> around something that is no object: <c>[$ref to a string, a description]</c>.</summary>
    private JsonNode? ScalarPart(JsonObject shape, int depth)
    {
        var scalar = (shape["allOf"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(Resolve)
            .FirstOrDefault(part => part is not null && Type(part) is not (null or "object"));
        return scalar is null ? null : Value(scalar, depth + 1);
    }

    /// <summary>The members of an object and of all that <c>allOf</c> adds to it.</summary>
    public (Dictionary<string, JsonNode?> Properties, HashSet<string> Required) Members(JsonObject schema)
    {
        var properties = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        var required = new HashSet<string>(StringComparer.Ordinal);
        Collect(schema, properties, required, 0);
        return (properties, required);
    }

    private void Collect(JsonObject schema, Dictionary<string, JsonNode?> properties, HashSet<string> required, int depth)
    {
        if (depth > 20 || Resolve(schema) is not { } shape)
        {
            return;
        }

        foreach (var part in (shape["allOf"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Collect(part, properties, required, depth + 1);
        }

        foreach (var property in shape["properties"] as JsonObject ?? [])
        {
            properties[property.Key] = property.Value;
        }

        required.UnionWith((shape["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()));
    }

    private static JsonValue? Constant(JsonObject shape)
        => shape["const"] is JsonValue constant ? (JsonValue)constant.DeepClone() : null;

    private JsonNode? Alternative(JsonObject shape, int depth)
    {
        var alternatives = (shape["oneOf"] ?? shape["anyOf"]) as JsonArray;
        var candidates = (alternatives ?? []).OfType<JsonObject>().Where(candidate => candidate["type"]?.ToString() != "null").ToList();
        var isUnion = candidates.Count > 0 && shape["properties"] is null && shape["allOf"] is null;
        return isUnion ? Value(candidates[_random.Next(candidates.Count)], depth + 1) : null;
    }

    private JsonNode? Typed(JsonObject shape, int depth)
    {
        if (shape["enum"] is JsonArray { Count: > 0 } values)
        {
            // A value that the document doesn't know yet is what a server sends next year.
            var known = values[_random.Next(values.Count)]?.DeepClone();
            var isOpen = values.Count > 1 && values.All(value => value is JsonValue text && text.TryGetValue<string>(out _));
            return isOpen && _random.Next(8) == 0 ? "a value of tomorrow" : known;
        }

        return Type(shape) switch
        {
            "object" => Object(shape, depth),
            "array" => List(shape, depth),
            "string" => Text(shape),
            "integer" => shape["format"]?.ToString() == "int32" ? _random.Next(int.MinValue, int.MaxValue) : _random.NextInt64(-(1L << 53), 1L << 53),
            "number" => shape["format"]?.ToString() is "int32" ? _random.Next(100) : _random.Next(-1000, 1000) / 8.0,
            "boolean" => _random.Next(2) == 0,
            _ => Anything(),
        };
    }

    private static string? Type(JsonObject shape)
        => shape["type"] switch
        {
            JsonArray types => types.Select(type => type!.ToString()).FirstOrDefault(type => type != "null"),
            JsonValue type => type.ToString(),
            _ => shape["properties"] is not null || shape["allOf"] is not null ? "object" : shape["items"] is not null ? "array" : null,
        };

    private JsonObject Object(JsonObject shape, int depth)
    {
        var (properties, required) = Members(shape);
        var value = new JsonObject();
        foreach (var property in properties)
        {
            if (required.Contains(property.Key) || (depth < MaxDepth && _random.Next(3) > 0))
            {
                value[property.Key] = depth > 4 * MaxDepth ? throw new InvalidOperationException("endless") : Value(property.Value, depth + 1);
            }
        }

        if (shape["additionalProperties"] is { } additional && additional.ToString() != "false" && depth < MaxDepth)
        {
            for (var i = 0; i < _random.Next(3); i++)
            {
                value["more_" + i.ToString(CultureInfo.InvariantCulture)] = Value(additional, depth + 1);
            }
        }

        return value;
    }

    private JsonArray List(JsonObject shape, int depth)
        => new(Enumerable.Range(0, depth < MaxDepth ? _random.Next(3) : 0).Select(_ => Value(shape["items"], depth + 1)).ToArray());

    private JsonNode Text(JsonObject shape) => shape["format"]?.ToString() switch
    {
        "uuid" => new Guid(_random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString(),
        "date-time" => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)
            .AddSeconds(_random.Next(1 << 30))
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "date" => new DateOnly(2024, 1, 1).AddDays(_random.Next(1000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "byte" => Convert.ToBase64String(BitConverter.GetBytes(_random.NextInt64())),
        "uri" => "https://example.com/" + _random.Next(1000).ToString(CultureInfo.InvariantCulture) + "?q=%7E",
        _ when shape["contentEncoding"]?.ToString() == "base64" => Convert.ToBase64String(BitConverter.GetBytes(_random.NextInt64())),
        _ => new string(Enumerable.Range(0, _random.Next(1, 6)).Select(_ => "aZ9 é\"\\\n€"[_random.Next(9)]).ToArray()),
    };

    private JsonNode? Anything() => _random.Next(4) switch
    {
        0 => "any",
        1 => new JsonObject { ["x"] = new JsonArray(1, "2", null) },
        2 => _random.Next(100),
        _ => true,
    };

    private static bool IsNullable(JsonObject shape)
        => shape["nullable"]?.ToString() == "true"
            || (shape["type"] is JsonArray types && types.Any(type => type!.ToString() == "null"))
            || ((shape["anyOf"] ?? shape["oneOf"]) as JsonArray ?? []).OfType<JsonObject>().Any(candidate => candidate["type"]?.ToString() == "null");

    private JsonObject? Resolve(JsonObject schema)
    {
        for (var i = 0; i < 20 && schema["$ref"] is JsonValue reference; i++)
        {
            var at = document;
            foreach (var segment in reference.GetValue<string>().TrimStart('#').Split('/').Skip(1))
            {
                at = (at as JsonObject)?[segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
            }

            if (at is not JsonObject target)
            {
                return null;
            }

            schema = target;
        }

        return schema;
    }
}
