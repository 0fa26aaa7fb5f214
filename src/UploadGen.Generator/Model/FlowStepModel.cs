using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>A step of a flow: the call of an operation's method.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Arguments">What its parameters get, in the method's order. The <c>CancellationToken</c> isn't among them.</param>
internal sealed record StepModel(OperationKey Operation, EquatableArray<StepArgument> Arguments);

/// <summary>What a parameter of a step's method gets.</summary>
internal sealed record StepArgument(string Parameter, FlowValue Value);
