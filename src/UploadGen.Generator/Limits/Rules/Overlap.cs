using System.Text.Json.Nodes;
using UploadGen.Core;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits.Rules;

/// <summary>
/// Tells of the alternatives of a <c>oneOf</c> whether a value may fit several of them, and whether that is meant. It is where one alternative holds all
/// that another says: no value of the other could ever be sent, so the document names types, and excludes nothing.
/// </summary>
internal sealed class Overlap(SchemaNodes nodes)
{
    /// <summary>Keywords that tell the types of values, rather than limit them.</summary>
    private static readonly string[] Types = ["type", "nullable", "properties", "required"];

    /// <summary>Whether a value that is to be sent may fit several alternatives, against the document's meaning.</summary>
    public bool IsFault(JsonObject schema)
    {
        var pairs = Pairs(schema).ToList();
        return pairs.Exists(pair => MayFitBoth(pair.Left, pair.Right)) && !pairs.Exists(pair => IsMeant(schema, pair.Left, pair.Right));
    }

    /// <summary>Whether values may fit several alternatives that are objects or otherwise tell a type, as the document means it.</summary>
    public bool IsMeant(JsonObject schema) => Pairs(schema).Any(pair => IsMeant(schema, pair.Left, pair.Right));

    private IEnumerable<(Alternative Left, Alternative Right)> Pairs(JsonObject schema)
    {
        var all = (schema["oneOf"] as JsonArray ?? []).Select(part => new Alternative(nodes, part)).ToList();
        return all.SelectMany((left, i) => all.Skip(i + 1).Select(right => (left, right)));
    }

    private static bool IsMeant(JsonObject schema, Alternative left, Alternative right)
        => (left.Kinds & right.Kinds) != 0
            && !left.IsToldFrom(right)
            && (left.IsChoice || right.IsChoice
                || (schema.ContainsKey("discriminator") && left.Kinds == Kinds.Object && right.Kinds == Kinds.Object)
                || left.Includes(right) || right.Includes(left));

    private static bool MayFitBoth(Alternative left, Alternative right)
        => (left.Kinds & right.Kinds) != 0 && !left.IsToldFrom(right) && (left.CanHold(right) || right.CanHold(left));

    [Flags]
    private enum Kinds
    {
        Null = 1,
        Boolean = 2,
        Number = 4,
        String = 8,
        Array = 16,
        Object = 32,
        Any = Null | Boolean | Number | String | Array | Object,
    }

    /// <summary>An alternative, with all that it refers to and is composed of.</summary>
    private sealed class Alternative
    {
        private readonly List<JsonObject> _parts;
        private readonly SchemaNodes _nodes;
        private readonly HashSet<string> _required;
        private readonly HashSet<string> _members;

        public Alternative(SchemaNodes nodes, JsonNode? node)
        {
            _nodes = nodes;
            _parts = nodes.Whole(node).ToList();
            _required = [.. _parts.SelectMany(part => part["required"] as JsonArray ?? []).OfType<JsonValue>().Select(name => name.ToString())];
            _members = [.. _parts.SelectMany(part => part["properties"] as JsonObject ?? []).Select(member => member.Key)];
            Kinds = _parts.Aggregate(Kinds.Any, (all, part) => all & Of(part));
        }

        /// <summary>The kinds of JSON values that it allows.</summary>
        public Kinds Kinds { get; }

        /// <summary>Whether it is a choice itself, of which nothing is known here.</summary>
        public bool IsChoice => _parts.Exists(part => part.ContainsKey("oneOf") || part.ContainsKey("anyOf"));

        private bool SaysType => _parts.Exists(part => part.ContainsKey("type") || part.ContainsKey("properties"));

        private bool IsMap => _members.Count == 0 || _parts.Exists(part => part["additionalProperties"]?.ToJsonString() is not (null or "false"));

        private bool IsClosed => _parts.Exists(part => part["additionalProperties"]?.ToJsonString() == "false");

        /// <summary>Whether a record of this type can have the members that another needs, and no more than that allows.</summary>
        public bool CanHold(Alternative other)
            => (Kinds & other.Kinds) != Kinds.Object
                || ((IsMap || other._required.IsSubsetOf(_members)) && !(other.IsClosed && !_required.IsSubsetOf(other._members)));

        /// <summary>Whether all values of another alternative fit this one, so far as both tell their types.</summary>
        public bool Includes(Alternative other)
            => SaysType && other.SaysType && (Kinds & other.Kinds) == other.Kinds && _required.IsSubsetOf(other._required)
                && !(IsClosed && !other._members.IsSubsetOf(_members))
                && IsInteger() is var isInteger && (!isInteger || other.IsInteger())
                && Limits().All(limit => other.Limits().Contains(limit));

        /// <summary>Whether a member that both must have, or the value itself, has other values in each.</summary>
        public bool IsToldFrom(Alternative other)
            => AreDisjoint(Values(_parts), Values(other._parts))
                || _required.Intersect(other._required).Any(name => AreDisjoint(Values(Member(name)), Values(other.Member(name))))
                || (IsClosed && !other._required.IsSubsetOf(_members))
                || (other.IsClosed && !_required.IsSubsetOf(other._members));

        private List<JsonObject> Member(string name)
            => _parts.SelectMany(part => _nodes.Whole((part["properties"] as JsonObject)?[name])).ToList();

        private bool IsInteger() => _parts.Exists(part => part["type"]?.ToString() == "integer");

        private IEnumerable<string> Limits()
            => _parts.SelectMany(part => part)
                .Where(keyword => SchemaKeywords.IsKnown(keyword.Key) && keyword.Key is not ("$ref" or "allOf") && !Types.Contains(keyword.Key))
                .Select(keyword => keyword.Key + keyword.Value?.ToJsonString());

        /// <summary>The only values that are allowed; null where nothing is said of them.</summary>
        private static HashSet<string>? Values(List<JsonObject> parts)
            => parts.Select(Values).FirstOrDefault(values => values is not null) is { } all ? [.. all] : null;

        private static IEnumerable<string>? Values(JsonObject part)
            => part["const"] is { } only ? [only.ToJsonString()] : (part["enum"] as JsonArray)?.Select(value => value?.ToJsonString() ?? "null");

        private static bool AreDisjoint(HashSet<string>? left, HashSet<string>? right) => left is not null && right is not null && !left.Overlaps(right);

        private static Kinds Of(JsonObject part) => part["type"] switch
        {
            JsonValue type => Of(type.ToString()),
            JsonArray types => types.Aggregate((Kinds)0, (all, type) => all | Of(type?.ToString())),
            _ => part.ContainsKey("properties") ? Kinds.Object : Kinds.Any,
        };

        private static Kinds Of(string? type) => type switch
        {
            "null" => Kinds.Null,
            "boolean" => Kinds.Boolean,
            "number" or "integer" => Kinds.Number,
            "string" => Kinds.String,
            "array" => Kinds.Array,
            "object" => Kinds.Object,
            _ => Kinds.Any,
        };
    }
}
