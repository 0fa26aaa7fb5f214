using UploadGen.Generator.Collections;
using UploadGen.Generator.Limits.Rules;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits;

/// <summary>Makes the limits of a schema ready for the C# type that its values have.</summary>
internal sealed class LimitBinder(SchemaRules rules, LimitPlaces places)
{
    /// <summary>Rules of items are looked for so deep in lists of lists.</summary>
    private const int MaxRuleDepth = 20;

    private static readonly TypeRef AnyMap = new MapType(new ScalarType(Scalar.Element));

    public LimitPlaces Places { get; } = places;

    /// <summary>The limits of a value.</summary>
    /// <param name="limits">What its schema says.</param>
    /// <param name="pointer">Where the schema stands; null where its rules are known otherwise.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="member">The member's name in JSON; empty for a value by itself.</param>
    public LimitsModel Bind(SchemaLimits limits, string? pointer, TypeRef type, string member = "")
        => Bind(limits, pointer, type.AsNonNullable(), member, 0);

    /// <summary>The limits of an object that is a type of its own: its members are counted as those of a map are.</summary>
    public LimitsModel BindRecord(SchemaLimits limits, string pointer, NamedType type)
        => new(Checks: Checks(limits, AnyMap, ""), Rules: rules.OfType(pointer, type));

    /// <summary>The limits of a value of a union that are none of its alternatives'.</summary>
    /// <param name="pointer">Where its schema stands.</param>
    /// <param name="isAnyChecked">Whether it has to be seen that a value fits any alternative, too.</param>
    public LimitsModel BindUnion(string pointer, bool isAnyChecked) => new(Rules: rules.OfUnion(pointer, isAnyChecked));

    /// <summary>The limits of a dictionary that holds an object's further members.</summary>
    /// <param name="limits">What the schema of the members says.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="type">Their type.</param>
    public LimitsModel BindMembers(SchemaLimits limits, string pointer, TypeRef type)
        => new(Items: Items(limits, pointer, new MapType(type), "", 0));

    private LimitsModel Bind(SchemaLimits limits, string? pointer, TypeRef type, string member, int depth)
        => Own(limits, type, member) with
        {
            Items = type is ListType or MapType ? Items(limits.Items ?? SchemaLimits.None, ItemPointer(pointer, type, depth), type, member, depth) : null,
            Rules = pointer is null ? default : rules.OfValue(pointer, type),
        };

    private LimitsModel Own(SchemaLimits limits, TypeRef type, string member)
    {
        if (limits.Own.Count == 0)
        {
            return LimitsModel.None;
        }

        var sentences = LimitKeywords.InWords.SelectMany(keyword => keyword.Sentences(limits, type)).Distinct().ToList();
        return new LimitsModel(
            limits.Own.Select(limit => new LimitModel(limit.Keyword, limit.Value)).ToEquatableArray(),
            Checks(limits, type, member),
            LimitKeywords.All.SelectMany(keyword => keyword.Attributes(limits, type)).Distinct().ToEquatableArray(),
            sentences.Count == 0 ? null : string.Join(" ", sentences));
    }

    private string? ItemPointer(string? pointer, TypeRef type, int depth) => pointer is null || depth >= MaxRuleDepth ? null : rules.Items(pointer, type);

    private EquatableArray<CheckModel> Checks(SchemaLimits limits, TypeRef type, string member)
        => LimitKeywords.All
            .SelectMany(keyword => keyword.Assertions(limits, type))
            .Select(check => new CheckModel(check.Assertion, Places.OfMember(check.Limit.Pointer, member)))
            .ToEquatableArray();

    /// <summary>Places of limits of items are relative to the items' schema where that stands in the schema of the list.</summary>
    private ItemLimitsModel? Items(SchemaLimits limits, string? pointer, TypeRef type, string member, int depth)
    {
        var (item, keyword) = type is ListType list ? (list.Item, "/items") : (((MapType)type).Value, "/additionalProperties");
        var bound = Bind(limits, pointer, item.AsNonNullable(), "", depth + 1);
        var place = Places.Written(limits.Pointer);
        if (bound == LimitsModel.None || !place.EndsWith(keyword, StringComparison.Ordinal))
        {
            return bound == LimitsModel.None ? null : new ItemLimitsModel(bound, null, null);
        }

        var owner = place.Substring(0, place.Length - keyword.Length);
        return new ItemLimitsModel(bound, Places.OfMember(owner, member), Places.OfValue(place));
    }
}
