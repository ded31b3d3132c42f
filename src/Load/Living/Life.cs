using Hotline.Load.Intake;
using Hotline.Load.Measuring;
using Hotline.Load.Running;

namespace Hotline.Load.Living;

/// <summary>Walks cases from the citizen's words to the end of their script, through the gateway, as the people concerned.</summary>
internal sealed class Life(Api api, OfferTap offers, Latencies acts)
{
    private static readonly object[] _services =
    [
        new { category = "home.lock.locked-out" }, new { category = "home.water.blocked-drain" }, new { category = "home.power.no-power" },
    ];

    private static readonly TimeSpan _offerPatience = TimeSpan.FromMinutes(3);
    private readonly Person _citizen = new(api, "web", acts);
    private readonly Person _operator = new(api, "operator", acts);

    /// <summary>One whole life.</summary>
    public async Task LiveAsync(long number, Script script)
    {
        var (classification, title) = script.Line switch
        {
            Line.LifeService => (_services[number % _services.Length], "需要上门服务"),
            Line.Consultation => (new { kind = "consultation", type = "inquiry", category = "policy.residence.id-card" }, "身份证到期怎么换"),
            _ => (new { kind = "efficiency", type = "complaint", category = "utilities.water.quality" }, "自来水发黄有异味"),
        };
        var name = await _citizen.SubmitAsync(CaseBodies.Of(number, classification, title));
        if (script.Withdrawn)
        {
            await _citizen.DoAsync(name, "withdraw", new { reason = "自己解决了" });
            return;
        }

        var unit = script.Line switch
        {
            Line.LifeService => await ServeAsync(name, script),
            Line.Consultation => await ConsultAsync(name, script),
            _ => await HandleAsync(name, script),
        };
        if (script.Finished)
        {
            await VisitAsync(name, script, unit);
        }
    }

    private async Task<Person?> ServeAsync(string name, Script script)
    {
        await _operator.AcceptAsync(name);
        using var patience = new CancellationTokenSource(_offerPatience);
        try
        {
            var offer = await offers.NextAsync(name, patience.Token);
            if (script.Silent)
            {
                offer = await offers.NextAsync(name, patience.Token);
            }

            if (script.Detour && offer.Merchant is { } busy)
            {
                await new Person(api, busy, acts).AnswerAsync(offer.OfferId!, "decline", new { reason = "人手不够" });
                offer = await offers.NextAsync(name, patience.Token);
            }

            if (offer.Merchant is null)
            {
                // Nobody left to ask: the operator answers.
                await _operator.DoAsync(name, "reply", new { answer = "暂无商户可派,已登记,稍后联系。" });
                return null;
            }

            var merchant = new Person(api, offer.Merchant, acts);
            await merchant.AnswerAsync(offer.OfferId!, "accept");
            await merchant.AnswerAsync(offer.OfferId!, "done", new { answer = "已上门处理。", price = 120 });
            return merchant;
        }
        catch (OperationCanceledException)
        {
            throw new LifeFailedException($"{name}: no offer was made within {_offerPatience}.");
        }
        finally
        {
            offers.Forget(name);
        }
    }

    private async Task<Person?> ConsultAsync(string name, Script script)
    {
        await _operator.TriageAsync(name);
        if (!script.Detour)
        {
            await _operator.DoAsync(name, "reply", new { answer = "携带旧证到户籍所在地派出所办理,工本费20元。" });
            return null;
        }

        var expert = new Person(api, "expert.law01", acts);
        await _operator.DoAsync(name, "dispatch", new { unit = "expert.law01", reason = "专业问题" });
        await expert.DoAsync(name, "reply", new { answer = "按照规定,可以在居住地办理。", record = "电话答复" });
        return expert;
    }

    private async Task<Person?> HandleAsync(string name, Script script)
    {
        await _operator.AcceptAsync(name);
        await _operator.DoAsync(name, "triage", new { urgency = script.Finished ? "general" : "urgent" });
        await _operator.DoAsync(name, "dispatch");
        var officer = new Person(api, "officer.water", acts);
        if (script.Detour)
        {
            await officer.DoAsync(name, "return", new { reason = "notOurDuty", legalBasis = "部门职责清单第3条", explanation = "属于卫生监督职责" });
            await _operator.DoAsync(name, "dispatch", new { unit = "dept.health", reason = "重新核定" });
            officer = new Person(api, "officer.health", acts);
        }

        await officer.DoAsync(name, "sign");
        if (!script.Finished)
        {
            return officer;
        }

        await officer.DoAsync(name, "contact", new { reached = true, note = "已电话联系" });
        await officer.DoAsync(name, "reply", new { answer = "自来水发黄系管道检修所致,管网已冲洗,水质合格。", record = "更换阀门一处" });
        return officer;
    }

    private async Task VisitAsync(string name, Script script, Person? unit)
    {
        if (script.Redone && unit is not null)
        {
            await _operator.DoAsync(name, "visit", new { reached = true, solved = false, satisfied = "dissatisfied", reason = "not-solved", unitAtFault = true });
            await unit.DoAsync(name, "reply", new { answer = "自来水发黄问题已再次处理并复查。", record = "复查" });
        }

        // Dissatisfaction with the law is nobody's fault: the case is explained and closed.
        await _operator.DoAsync(name, "visit", script.Satisfied
            ? new { reached = true, solved = true, satisfied = "verySatisfied", reason = (string?)null, unitAtFault = (bool?)null }
            : new { reached = true, solved = false, satisfied = "dissatisfied", reason = (string?)"policy", unitAtFault = (bool?)false });
    }
}
