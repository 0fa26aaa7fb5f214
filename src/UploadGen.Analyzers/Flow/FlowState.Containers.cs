namespace UploadGen.Analyzers.Flow;

/// <content>What is in containers, and what code that is given a value can reach.</content>
internal sealed partial class FlowState
{
    /// <summary>All that is in the containers that a value may be.</summary>
    public TrackedValue ContentOf(TrackedValue value)
        => value.Containers
            .SelectMany(SlotsOf)
            .Aggregate(value.MayBeOther ? TrackedValue.Other : TrackedValue.Nothing, (content, slot) => content.Join(this[slot]));

    /// <summary>What a member of the containers that a value may be holds.</summary>
    public TrackedValue ContentOf(TrackedValue value, string member)
        => value.Containers.Aggregate(
            value.MayBeOther ? TrackedValue.Other : TrackedValue.Nothing,
            (content, container) => content.Join(IsEscaped(container) ? TrackedValue.Escaped : this[new Slot(container, member)]));

    /// <summary>The members that a container holds something in, with what they hold.</summary>
    public IEnumerable<(string Member, TrackedValue Value)> MembersOf(Container container) => SlotsOf(container).Select(slot => (slot.Member, this[slot]));

    /// <summary>The state after a container is made. Values that stood for the container made there before are no longer tracked.</summary>
    public FlowState Make(Container container)
    {
        var slots = SlotsOf(container).ToList();
        var former = Flatten(TrackedValue.From(container));
        var others = slots.Count == 0 ? Contents : Replace(Contents.RemoveRange(slots), value => value.Without(container, former));
        return new(
            slots.Count == 0 ? Values : Replace(Values, value => value.Without(container, former)),
            Uploads,
            others.SetItem(new Slot(container, Slot.Content), TrackedValue.Nothing),
            Flags);
    }

    /// <summary>Do all containers of another state hold the same as there, but for the states of uploads?</summary>
    public bool KeepsContentsOf(FlowState other)
        => other.Contents.All(content =>
            this[content.Key] is var now && now.Roles == content.Value.Roles && now.Containers.SetEquals(content.Value.Containers));

    /// <summary>The state with the containers that were made in a function, which ended in another state.</summary>
    public FlowState TakeContentsOf(FlowState other) => new(Values, Uploads, other.Contents.SetItems(Contents), Flags);

    /// <summary>The state after something is put into the containers that a value may be.</summary>
    public FlowState Add(TrackedValue value, string member, TrackedValue content)
    {
        if (value.MayBeOther || value.Containers.Any(IsEscaped))
        {
            return HandOver(content).Hide(value);
        }

        // A value that may be in either of two containers isn't replaced in both.
        content = Current(content);
        return new(
            Values,
            Uploads,
            value.Containers
                .Select(container => new Slot(container, member))
                .Aggregate(Contents, (contents, slot) => contents.SetItem(slot, this[slot].Join(content))),
            Flags);
    }

    /// <summary>Something about all uploads that can be reached from a value, also through containers.</summary>
    public TrackedValue Flatten(TrackedValue value)
    {
        var (sites, _, roles) = Reach(value, ValueRoles.None);
        return TrackedValue.About(
            sites.Select(site => new KeyValuePair<CreationSite, UploadStates>(site, this[site])),
            IsOnly(roles, ValueRoles.Answer) ? ValueRoles.Answer
                : IsOnly(roles, ValueRoles.Detail) ? ValueRoles.Detail
                : IsOnly(roles, ValueRoles.Headers) ? roles
                : ValueRoles.Derived);
    }

    /// <summary>What a value may be, and all that it contains.</summary>
    public ValueRoles RolesIn(TrackedValue value) => Reach(value, ValueRoles.None).Roles;

    /// <summary>The state after a value is given to code that can't be seen. Every upload that it could PUT or confirm becomes unknown.</summary>
    public FlowState HandOver(TrackedValue value) => Hide(value, ValueRoles.Harmless);

    /// <summary>The state after something depends on a value. Every upload that can be reached from it becomes unknown.</summary>
    public FlowState Hide(TrackedValue value) => Hide(value, ValueRoles.None);

    /// <summary>The state after anything may have happened: every upload becomes unknown.</summary>
    public FlowState HideAll()
        => Escape(Contents.Keys.Select(slot => slot.Container))
            .Change(Uploads.Keys);

    private FlowState Hide(TrackedValue value, ValueRoles harmless)
    {
        if (value.IsUntracked)
        {
            return this;
        }

        var reached = Reach(value, harmless);
        return Escape(reached.Containers).Change(reached.Sites);
    }

    private FlowState Change(IEnumerable<CreationSite> sites)
        => sites.Aggregate(this, (state, site) => state.Change(site, _ => UploadStates.Unknown));

    private FlowState Escape(IEnumerable<Container> containers)
        => new(
            Values,
            Uploads,
            containers.Distinct().ToList().Aggregate(
                Contents,
                (contents, container) => contents.RemoveRange(SlotsOf(container)).SetItem(new Slot(container, Slot.Content), TrackedValue.Escaped)),
            Flags);

    private bool IsEscaped(Container container) => this[new Slot(container, Slot.Content)].MayBe(ValueRoles.Escaped);

    private IEnumerable<Slot> SlotsOf(Container container) => Contents.Keys.Where(slot => slot.Container == container);

    /// <summary>All that can be reached from a value. What is in these roles only doesn't count.</summary>
    private (HashSet<CreationSite> Sites, HashSet<Container> Containers, ValueRoles Roles) Reach(TrackedValue value, ValueRoles harmless)
    {
        var sites = new HashSet<CreationSite>();
        var containers = new HashSet<Container>();
        var roles = ValueRoles.None;
        var pending = new Stack<TrackedValue>([value]);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (!current.Uploads.IsEmpty && !IsOnly(current.Roles, harmless))
            {
                sites.UnionWith(current.Sites);
            }

            roles |= current.Roles;
            foreach (var next in current.Elements.Concat(current.Containers.Where(containers.Add).SelectMany(SlotsOf).Select(slot => this[slot])))
            {
                pending.Push(next);
            }
        }

        return (sites, containers, roles);
    }

    private static bool IsOnly(ValueRoles roles, ValueRoles allowed)
        => (roles & allowed) != 0 && (roles & ~(allowed | ValueRoles.Untracked | ValueRoles.Container | ValueRoles.Element)) == 0;
}
