using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <content>Variables that code sets along with a step and tests before another, as in <c>stored = true; … if (!stored) { throw … }</c>.</content>
internal sealed partial class FlowState
{
    /// <summary>The state after a variable is assigned.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="holds">Whether it is true, or not null; null if that isn't known.</param>
    public FlowState Set(ISymbol variable, bool? holds)
    {
        var flags = Flags;
        foreach (var outcome in new[] { true, false })
        {
            var flag = new Flag(variable, outcome);
            flags = holds is null || holds == outcome ? flags.SetItem(flag, new FlagStates(Uploads)) : flags.Remove(flag);
        }

        return new(Values, Uploads, Contents, flags);
    }

    /// <summary>The state where a variable is found to hold or not to hold; null if that can't be.</summary>
    public FlowState? Assume(ISymbol variable, bool holds)
    {
        if (Flags.TryGetValue(new Flag(variable, holds), out var then))
        {
            return then.Sites.Where(site => (then[site] & this[site]) is not UploadStates.None and var both && both != this[site]).ToList()
                .Aggregate(this, (state, site) => state.Restrict(site, then[site]));
        }

        return Flags.ContainsKey(new Flag(variable, !holds)) ? null : this;
    }

    /// <summary>The state where an upload is in some of the states only. A value that stands for it in others only doesn't stand for it here.</summary>
    private FlowState Restrict(CreationSite site, UploadStates allowed)
        => new(
            Replace(Values, value => value.Restrict(site, allowed)),
            Uploads.SetItem(site, this[site] & allowed),
            Replace(Contents, value => value.Restrict(site, allowed)),
            Flags);
}
