using Microsoft.OpenApi;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Limits;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Schemas;

/// <summary>What is declared in C# for schemas that need a type of their own.</summary>
internal sealed partial class SchemaBinder
{
    private NamedType DeclareEnum(IOpenApiSchema schema, IReadOnlyList<string> values, Place place, bool isOpen = false)
        => DeclareEnum(schema, values, place, NamedKind.Enum, name => Enum(schema, name, values, place, isOpen));

    /// <summary>An integer whose values have names. One whose values have none is a number, and its limit says which it may be.</summary>
    private NamedType DeclareIntegerEnum(IOpenApiSchema schema, Scalar kind, Place place)
    {
        IReadOnlyList<string> values = [.. EnumNames.Integers(schema)];
        return DeclareEnum(schema, values, place, NamedKind.IntegerEnum, name => Enum(schema, name, values, place, isOpen: false) with { Kind = kind });
    }

    /// <summary>An enum that the document names where it stands is called so, and is the same wherever it stands with that name.</summary>
    private NamedType DeclareEnum(IOpenApiSchema schema, IReadOnlyList<string> values, Place place, NamedKind kind, Func<string, TypeModel> declaration)
    {
        if (place.IsNameTaken || EnumNames.OfType(schema) is not { } name)
        {
            return Declare(schema, place, kind, declaration);
        }

        var key = (name, string.Join("\n", values));
        return _sharedEnums.TryGetValue(key, out var known) ? known
            : _sharedEnums[key] = Declare(schema, place with { Name = CSharpName.Pascal(name, place.Name) }, kind, declaration);
    }

    private EnumModel Enum(IOpenApiSchema schema, string name, IReadOnlyList<string> values, Place place, bool isOpen)
    {
        var said = EnumNames.Read(schema);
        var scope = new NameScope([name, .. MemberNames.OfEveryType, .. MemberNames.OfRecords, "Value", "Text"]);
        var names = scope.TakeAll([.. values.Select(value => Said(value).Name ?? value)], "Value");
        var members = values.Select((value, i) => new EnumValueModel(names[i], value, Said(value).Description)).ToEquatableArray();
        return new EnumModel(name, schema.Description, schema.Deprecated, members, Places.OfValue(place.Pointer), isOpen || EnumNames.IsOpen(schema));

        (string? Name, string? Description) Said(string value) => said.TryGetValue(value, out var own) ? own : default;
    }

    private NamedType DeclareUnion(IOpenApiSchema schema, IReadOnlyList<Alternative> alternatives, Place place)
        => Declare(schema, place, NamedKind.Union, name =>
        {
            var union = place with { Name = name };
            var variants = alternatives
                .Select(alternative => (alternative.Schema, Place: union.Variant(alternative.Keyword, alternative.Index, alternative.Name)))
                .Select(alternative => (Type: Bind(alternative.Schema, alternative.Place), alternative.Schema, alternative.Place))
                .Select(alternative => (
                    alternative.Type,
                    Alternatives.DiscriminatorValues(schema, alternative.Schema),
                    Limits(alternative.Schema, alternative.Place, alternative.Type)))
                .ToList();
            var limits = _context.Limits.BindUnion(place.Pointer, Alternatives.ShareLimits(variants));
            return Union(schema, name, Alternatives.Variants(name, variants), schema.Discriminator?.PropertyName, limits);
        });

    private static UnionModel Union(
        IOpenApiSchema schema, string name, EquatableArray<VariantModel> variants, string? discriminator, LimitsModel limits)
        => variants.Count == 0 ? EmptyUnion(name)
            : new UnionModel(name, schema.Description, schema.Deprecated, variants, discriminator)
            {
                Limits = limits,
                CheckFields = CheckFields.Name(variants.Select(variant => (variant.Name, variant.Limits)), [(name, limits)]),
            };

    /// <summary>3.1's <c>type: [string, integer]</c>: a union of what each type alone would be.</summary>
    private NamedType DeclareTypeArray(IOpenApiSchema schema, List<JsonSchemaType> types, Place place)
        => Declare(schema, place, NamedKind.Union, name =>
        {
            var variants = types
                .Select((type, i) => BindType(schema, type, (place with { Name = name }).Variant("type", i, type.ToString())))
                .Select(type => (type, (IReadOnlyList<string>)[], _context.Limits.Bind(schema.Limits(place), null, type)));
            return Union(schema, name, Alternatives.Variants(name, variants), null, LimitsModel.None);
        });

    private NamedType DeclareRecord(IOpenApiSchema schema, Place place)
        => Declare(schema, place, NamedKind.Record, name => Record(schema, name, place with { Name = name }));

    /// <summary>Names the type of a schema, once, and queues its declaration.</summary>
    private NamedType Declare(IOpenApiSchema schema, Place place, NamedKind kind, Func<string, TypeModel> declaration)
    {
        if (_named.TryGetValue((schema, kind), out var known))
        {
            return known;
        }

        var name = place.IsNameTaken ? place.Name : _context.TypeNames.Take(EngineNames.Avoid(CSharpName.Bounded(place.Name)));
        _pending.Enqueue(() =>
        {
            _depth = 0;
            _declared[name] = _context.Guard(place.Pointer, $"The schema '{name}'", () => declaration(name)) ?? Empty(name, kind, place);
        });
        return _named[(schema, kind)] = new NamedType(name, kind);
    }

    /// <summary>What stands in for a type that can't be bound: it is referred to, so it must exist.</summary>
    private TypeModel Empty(string name, NamedKind kind, Place place) => kind switch
    {
        NamedKind.Enum or NamedKind.IntegerEnum => new EnumModel(name, null, false, EquatableArray<EnumValueModel>.Empty, Places.OfValue(place.Pointer))
        {
            Kind = kind == NamedKind.Enum ? Scalar.String : Scalar.Int64,
        },
        NamedKind.Union => EmptyUnion(name),
        _ => new RecordModel(name, null, false, EquatableArray<PropertyModel>.Empty, null, TracksPresence: false, LimitsModel.None),
    };

    private static UnionModel EmptyUnion(string name) => new(name, null, false, Alternatives.Variants(name, [(AnyValue, [], LimitsModel.None)]), null);

    private RecordModel Record(IOpenApiSchema schema, string name, Place place)
    {
        var members = _members[name] = Members(schema, place);
        if (_componentIds.TryGetValue(schema, out var id) && (_hierarchy.IsDerived(id) || _hierarchy.HasDerived(id)))
        {
            _related.Add(name);
            _hierarchy.Discriminators(id).ToList().ForEach(discriminator => members.Declare(discriminator.Member, place));
        }

        var scope = new NameScope([name, .. MemberNames.OfEveryType, .. MemberNames.OfRecords]);
        var names = scope.TakeAll(members.Properties.Select(member => member.JsonName).ToList(), "Property");
        var additional = members.AdditionalProperties is { } values
            ? AdditionalProperties(values.Schema, values.Place, scope)
            : null;
        var locals = new NameScope(MemberNames.OfRecordCode);
        var properties = members.Properties
            .Select((member, i) =>
            {
                var requiredBy = members.Required.TryGetValue(member.JsonName, out var required) ? required : null;
                return Property(member, names[i], locals.Take(CSharpName.Camel(names[i])), requiredBy);
            })
            .ToList();
        var limits = _context.Limits.BindRecord(schema.Limits(place), place.Pointer, new NamedType(name, NamedKind.Record));
        return new RecordModel(
            name,
            schema.Description,
            schema.Deprecated,
            properties.ToEquatableArray(),
            additional,
            TracksPresence: false,
            limits,
            members.Dependencies
                .Select(dependency => new DependencyModel(dependency.Member, dependency.Needs, Places.OfValue(dependency.Pointer)))
                .ToEquatableArray())
        {
            CheckFields = CheckFields.Name(
                properties.Select(property => (property.Name, property.Limits)),
                additional is null ? [] : [(additional.Name, additional.Limits)],
                [(name, limits)]),
        };
    }

    private AdditionalPropertiesModel AdditionalProperties(IOpenApiSchema schema, Place place, NameScope scope)
    {
        var type = Bind(schema, place);
        return new AdditionalPropertiesModel(scope.Take("AdditionalProperties"), type, _context.Limits.BindMembers(schema.Limits(place), place.Pointer, type));
    }

    private PropertyModel Property(ObjectMember member, string name, string localName, string? requiredBy)
    {
        var type = Bind(member.Schema, member.Place);
        var schema = member.Schema.IsBroken() ? new OpenApiSchema() : member.Schema;
        return new PropertyModel(
            member.JsonName,
            name,
            localName,
            type,
            requiredBy is not null && !schema.WriteOnly,
            schema.Description,
            schema.Deprecated,
            member.IsConditional || member.Schema.IsBroken() ? LimitsModel.None : Limits(member.Schema, member.Place, type, member.JsonName),
            schema.ReadOnly,
            schema.Default.IsNull() ? null : schema.Default!.ToJsonString(),
            schema.Constant(),
            RequiredBy: requiredBy is null ? null : Places.OfValue(requiredBy),
            IsSecret: schema.WriteOnly || schema.Format == "password" || IsSecret(member.JsonName, type.AsNonNullable()),
            IsUrl: IsUrl(member.JsonName, type.AsNonNullable()));
    }

    /// <summary>Whether a member is a secret, by its name: few documents say of an upload's token that it is one.</summary>
    private static bool IsSecret(string jsonName, TypeRef type)
    {
        if (type is not ScalarType { Kind: Scalar.String })
        {
            return false;
        }

        var words = NameWords.Split(jsonName).ConvertAll(word => word.ToLowerInvariant());
        return words.LastOrDefault() switch
        {
            "token" or "secret" or "password" or "passphrase" or "signature" or "credential" or "credentials" => true,
            "key" => words.Count > 1 && words[words.Count - 2] is ("api" or "access" or "secret" or "private" or "signing"),
            _ => false,
        };
    }

    /// <summary>Whether a member is a URL, by its type or by the last word of its name.</summary>
    private static bool IsUrl(string jsonName, TypeRef type) => type switch
    {
        ScalarType { Kind: Scalar.Uri } => true,
        ScalarType { Kind: Scalar.String } => NameWords.Split(jsonName).LastOrDefault()?.ToLowerInvariant() is "url" or "uri" or "link",
        _ => false,
    };
}
