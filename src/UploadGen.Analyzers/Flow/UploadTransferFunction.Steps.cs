using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <content>Calls that do a step of an upload.</content>
internal sealed partial class UploadTransferFunction
{
    private TrackedValue EvaluateCreation(IInvocationOperation operation, UploadMethod method)
    {
        EvaluateCall(operation);
        var site = Seen.SiteOf(operation, method.Flow);
        _state = _state.Create(site);
        Advance(TrackedValue.From(site), method);
        var session = TrackedValue.From(site, _state[site]);
        var given = operation.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind == RefKind.Out && method.TakesSession(argument.Parameter));
        if (given is null)
        {
            return session;
        }

        Assign(given.Value, session);
        return TrackedValue.Other;
    }

    private TrackedValue EvaluateStep(IInvocationOperation operation, UploadMethod method)
    {
        var receiver = Evaluate(operation.Instance);
        var subject = method.ActsOnReceiver ? receiver : TrackedValue.Nothing;
        var others = method.ActsOnReceiver ? TrackedValue.Nothing : receiver;
        var step = Seen.StepOf(operation, method);
        foreach (var argument in operation.Arguments)
        {
            var value = EvaluateArgument(argument);
            if (method.TakesSession(argument.Parameter))
            {
                subject = subject.Join(value);
                step.AddArgument(argument, value);
            }
            else
            {
                others = others.Join(value);
            }
        }

        // Where no parameter takes the id, the body of the request may.
        if (method.ActsOnReceiver && receiver.Uploads.IsEmpty && IdsIn(others) is { } ids)
        {
            subject = ids;
            others = TrackedValue.Nothing;
        }

        step.Add(subject, _state);
        Advance(subject, method);
        // With the session the method does what its annotation says. With the other arguments it can do anything.
        HandOver(others);
        if (method.Does(UploadSteps.Confirm) && !KnownMembers.IsCompletedOnTheSpot(operation, _result))
        {
            // Whether it failed is known later only, and a second confirmation may be another try.
            Hide(subject);
        }

        // The answer may say how the step went, so a branch on it depends on the upload. Once that is confirmed, nothing can be done with the answer.
        return KnownMembers.HasAnswer(operation.TargetMethod)
            ? subject.Depending(method.Does(UploadSteps.Confirm) ? ValueRoles.Answer : ValueRoles.Derived)
            : TrackedValue.Other;
    }

    /// <summary>
    /// Moves the upload on by the steps that the method does. If it may be one of several, a confirmation may be of any of them, and every other step
    /// makes them unknown.
    /// </summary>
    private void Advance(TrackedValue subject, UploadMethod method)
    {
        var site = subject.OnlySite;
        if (site is null && !subject.MayBeOther && method.Steps == UploadSteps.Confirm && subject.Sites.All(one => method.IsOf(one.Flow)))
        {
            _state = subject.Sites.Aggregate(_state, (state, one) => state.ConfirmMaybe(one));
            return;
        }

        if (site is null || !method.IsOf(site.Flow) || method.Does(UploadSteps.Abort | UploadSteps.UploadFile))
        {
            Hide(subject);
            return;
        }

        _state = method.Does(UploadSteps.Put) ? _state.Put(site) : _state;
        _state = method.Does(UploadSteps.Confirm) ? _state.Confirm(site) : _state;
    }

    /// <summary>
    /// The ids in the bodies of a request: in the member that is for it, of the body itself or of the files that it lists. Null if there are none. An id
    /// elsewhere, such as in a title, doesn't say which upload is meant.
    /// </summary>
    private TrackedValue? IdsIn(TrackedValue body)
    {
        var found = TrackedValue.Nothing;
        var known = new HashSet<Container>(body.Containers);
        var pending = new Stack<Container>(known);
        while (pending.Count > 0)
        {
            var container = pending.Pop();
            var members = _state.MembersOf(container).ToList();
            found = container.Kind == ContainerKind.Object
                ? found.Join(IdAmong(members))
                : members.Select(member => member.Value).Where(IsId).Aggregate(found, Join);
            foreach (var next in members.SelectMany(member => member.Value.Containers).Where(known.Add))
            {
                pending.Push(next);
            }
        }

        return found.Equals(TrackedValue.Nothing) ? null : found.As(found.Roles & ~ValueRoles.Element);
    }

    /// <summary>
    /// The value of the member that is for the id: the only one with a name for that, or the one with the name that the id has in the session.
    /// </summary>
    private TrackedValue IdAmong(IReadOnlyList<(string Member, TrackedValue Value)> members)
    {
        var named = members.Where(member => IsNamedLikeId(member.Member)).ToList();
        var ids = named.Where(member => IsId(member.Value)).ToList();
        if (ids.Count == 0 || named.Count == 1)
        {
            return ids.Count == 0 ? TrackedValue.Nothing : ids[0].Value;
        }

        var names = ids.SelectMany(id => id.Value.Sites).SelectMany(site => _annotations.IdsOf(site.Session)).ToList();
        var alike = named.Where(member => names.Any(name => EndsAlike(member.Member, name))).ToList();
        return alike.Count == 1 ? alike[0].Value : TrackedValue.Other;
    }

    private static TrackedValue Join(TrackedValue left, TrackedValue right) => left.Join(right);

    private static bool IsId(TrackedValue value) => value.MayBe(ValueRoles.Id);

    private static bool IsNamedLikeId(string member)
        => NameWords.Of(member).LastOrDefault() is "Guid" or "Id" or "ID" or "Key" or "Name" or "Reference" or "Token" or "Uuid";

    private static bool EndsAlike(string member, string id)
        => member.EndsWith(id, StringComparison.OrdinalIgnoreCase) || id.EndsWith(member, StringComparison.OrdinalIgnoreCase);
}
