using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>Finds the types that requests are made of: only those tell an optional member that is null from one that isn't set.</summary>
internal static class SentTypes
{
    public static ISet<string> Find(IEnumerable<OperationModel> operations, IReadOnlyDictionary<string, TypeModel> types)
        => Of(operations.SelectMany(operation => operation.Parameters.Select(parameter => parameter.Type).Concat(Sent(operation.Body))), types);

    /// <summary>The types that values of some types are made of, those themselves included.</summary>
    public static ISet<string> Of(IEnumerable<TypeRef> direct, IReadOnlyDictionary<string, TypeModel> types)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<TypeRef>(direct);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case NullableType nullable:
                    open.Push(nullable.Inner);
                    break;
                case ListType list:
                    open.Push(list.Item);
                    break;
                case MapType map:
                    open.Push(map.Value);
                    break;
                case NamedType named when sent.Add(named.Name) && types.TryGetValue(named.Name, out var type):
                    Parts(type).ToList().ForEach(open.Push);
                    break;
            }
        }

        return sent;
    }

    private static IEnumerable<TypeRef> Sent(BodyModel? body) => body switch
    {
        JsonBodyModel json => [json.Type],
        ItemsBodyModel items => [items.Type.Item],
        FormBodyModel form => form.Fields.Select(field => field.Type),
        _ => [],
    };

    private static IEnumerable<TypeRef> Parts(TypeModel type) => type switch
    {
        RecordModel record => record.Properties
            .Select(property => property.Type)
            .Concat(record.AdditionalProperties is { } more ? [more.Value] : [])
            .Concat(record.Relatives.Select(name => new NamedType(name, NamedKind.Record))),
        UnionModel union => union.Variants.Select(variant => variant.Type),
        _ => [],
    };
}
