using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>The parameters of a flow's one call. What two steps need is asked for once.</summary>
/// <param name="reserved">The names that the call and its steps use themselves.</param>
internal sealed class CallParameters(params string[] reserved)
{
    private readonly NameScope _names = new(["content", "options", "progress", "cancellationToken", "file", "session", "ct", "request", .. reserved]);
    private readonly Dictionary<(ParameterIn In, string WireName, TypeRef Type), MethodParameterModel> _shared = [];
    private readonly Dictionary<(OperationKey Operation, string Name), MethodParameterModel> _own = [];
    private readonly Dictionary<string, MethodParameterModel> _inputs = [];
    private readonly List<MethodParameterModel> _all = [];

    /// <summary>All that were asked for, the required ones first.</summary>
    public EquatableArray<MethodParameterModel> Ordered => _all.OrderBy(parameter => !parameter.IsRequired).ToEquatableArray();

    /// <summary>Asks for a parameter that other steps may have, too, such as a header.</summary>
    public CallerValue Shared(ParameterModel parameter) => Ask(_shared, Place(parameter), () => MethodParameters.From(parameter));

    /// <summary>A parameter that was asked for already, or null.</summary>
    public CallerValue? Known(ParameterModel parameter) => _shared.TryGetValue(Place(parameter), out var known) ? new CallerValue(known.Name) : null;

    /// <summary>Asks for a parameter that only one operation's method has.</summary>
    public CallerValue Own(OperationModel operation, MethodParameterModel parameter) => Ask(_own, (operation.Key, parameter.Name), () => parameter);

    /// <summary>Asks for a member of an operation's body.</summary>
    public CallerValue Member(OperationModel operation, PropertyModel property)
        => Ask(_own, (operation.Key, property.JsonName), () => MethodParameters.From(property, CSharpName.Camel(property.Name)));

    /// <summary>Asks for a text that a statement names.</summary>
    public CallerValue Input(string name)
        => Ask(_inputs, name, () => new ValueParameterModel(
            CSharpName.Camel(CSharpName.Pascal(name, "Input")), name, new ScalarType(Scalar.String), IsRequired: true, Description: null, LimitsModel.None));

    private static (ParameterIn In, string WireName, TypeRef Type) Place(ParameterModel parameter) => (parameter.In, parameter.WireName, parameter.Type);

    private CallerValue Ask<TKey>(Dictionary<TKey, MethodParameterModel> known, TKey key, Func<MethodParameterModel> create)
    {
        if (!known.TryGetValue(key, out var parameter))
        {
            parameter = create();
            parameter = parameter with { Name = _names.Take(parameter.Name) };
            known.Add(key, parameter);
            _all.Add(parameter);
        }

        return new CallerValue(parameter.Name);
    }
}
