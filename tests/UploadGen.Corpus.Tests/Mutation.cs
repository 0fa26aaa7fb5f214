using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UploadGen.Corpus.Tests;

/// <summary>A document, damaged. The same seed damages it in the same way.</summary>
internal sealed class Mutation
{
    /// <summary>Stands for the name of a member until the text is written: a node can't have a name twice, a text can.</summary>
    private const string Twice = "the same name again";

    private const string NotFinite = "a number beyond every type";

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2000 };

    private static readonly string[] Keywords =
    [
        "$ref", "allOf", "oneOf", "anyOf", "not", "items", "properties", "additionalProperties", "required", "type", "enum", "const", "default",
        "format", "nullable", "discriminator", "mapping", "pattern", "minLength", "maximum", "parameters", "requestBody", "responses", "content", "schema",
        "in", "name", "style", "servers", "security", "$defs", "prefixItems",
    ];

    private readonly Random _random;
    private readonly JsonObject _root;
    private readonly List<(JsonNode Parent, string Name, int Index)> _places = [];
    private string? _twice;

    private Mutation(JsonObject document, int seed)
    {
        _random = new Random(seed);
        _root = (JsonObject)document.DeepClone();
    }

    public static string Of(JsonObject document, int seed) => new Mutation(document, seed).Text();

    private string Text()
    {
        for (var count = _random.Next(1, 4); count > 0; count--)
        {
            Damage();
        }

        var text = _root.ToJsonString(Unescaped).Replace($"\"{NotFinite}\"", "1e99999", StringComparison.Ordinal);
        text = _twice is null ? text : text.Replace($"\"{Twice}\"", JsonSerializer.Serialize(_twice, Unescaped), StringComparison.Ordinal);
        return _random.Next(20) == 0 ? text[.._random.Next(text.Length)] : text;
    }

    private void Damage()
    {
        _places.Clear();
        Collect(_root);
        if (_places.Count == 0)
        {
            return;
        }

        var place = Any(_places);
        switch (_random.Next(8))
        {
            case 0:
                Delete(place);
                break;
            case 1 or 2:
                Set(place, Value());
                break;
            case 3:
                Duplicate(place);
                break;
            case 4:
                Rename(place);
                break;
            case 5:
                Set(place, Get(Any(_places))?.DeepClone());
                break;
            case 6:
                Refer();
                break;
            default:
                (place.Parent as JsonObject)?.TryAdd(Any(Keywords), _random.Next(2) == 0 ? Value() : Get(Any(_places))?.DeepClone());
                break;
        }
    }

    private JsonNode? Value() => _random.Next(14) switch
    {
        0 => null,
        1 => true,
        2 => false,
        3 => -1,
        4 => 0.1,
        5 => 1e300,
        6 => NotFinite,
        7 => decimal.Parse("79228162514264337593543950335", System.Globalization.CultureInfo.InvariantCulture),
        8 => new JsonArray(),
        9 => new JsonObject(),
        10 => new JsonArray(null, 1, "a", new JsonObject { ["type"] = "object" }),
        11 => Nested(_random.Next(2, 400)),
        12 => Any(Keywords),
        _ => Any(Hostile.Strings),
    };

    private void Delete((JsonNode Parent, string Name, int Index) place)
    {
        if (place.Parent is JsonObject members)
        {
            members.Remove(place.Name);
        }
        else
        {
            ((JsonArray)place.Parent).RemoveAt(place.Index);
        }
    }

    private void Duplicate((JsonNode Parent, string Name, int Index) place)
    {
        if (place.Parent is JsonObject members && _twice is null)
        {
            _twice = place.Name;
            members[Twice] = _random.Next(2) == 0 ? Value() : members[place.Name]?.DeepClone();
        }
    }

    private void Rename((JsonNode Parent, string Name, int Index) place)
    {
        if (place.Parent is JsonObject members)
        {
            var value = members[place.Name];
            members.Remove(place.Name);
            members[_random.Next(3) switch { 0 => Any(Hostile.Strings), 1 => Any(Keywords), _ => Any(_places).Name }] = value;
        }
    }

    /// <summary>A reference is made to lead somewhere else: to nothing, to itself, to something of another kind.</summary>
    private void Refer()
    {
        var references = _places.Where(place => place.Name == "$ref").ToList();
        if (references.Count > 0)
        {
            var target = Get(Any(references));
            var reference = Any(references);
            Set(
                reference,
                _random.Next(3) == 0 ? Any(Hostile.Strings)
                : _random.Next(2) == 0 ? "#" + reference.Parent.GetPath().Replace('.', '/').TrimStart('$')
                : target?.DeepClone());
        }
    }

    private void Collect(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var member in members)
            {
                _places.Add((members, member.Key, 0));
                Collect(member.Value);
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                _places.Add((items, "", i));
                Collect(items[i]);
            }
        }
    }

    private static JsonNode? Get((JsonNode Parent, string Name, int Index) place)
        => place.Parent is JsonObject members ? members[place.Name] : place.Parent[place.Index];

    private static void Set((JsonNode Parent, string Name, int Index) place, JsonNode? value)
    {
        if (place.Parent is JsonObject members)
        {
            members[place.Name] = value;
        }
        else
        {
            place.Parent[place.Index] = value;
        }
    }

    private static JsonObject Nested(int depth)
    {
        var node = new JsonObject { ["type"] = "string" };
        for (var i = 0; i < depth; i++)
        {
            node = (i % 3) switch
            {
                0 => new JsonObject { ["type"] = "array", ["items"] = node },
                1 => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["a"] = node } },
                _ => new JsonObject { ["allOf"] = new JsonArray(node) },
            };
        }

        return node;
    }

    private T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
