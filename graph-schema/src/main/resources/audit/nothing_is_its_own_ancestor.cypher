// No goods flow in a circle.
// time_flows_forward proves that time never goes back along the flow, so a circle would lie in one moment.
// Only steps within one moment are followed here, which keeps the walk short.
MATCH (e:Event)
WHERE EXISTS { (e)-[:OUTPUT]->(:Lot)-[:INPUT]->(next:Event) WHERE next.at = e.at }
  AND EXISTS { (e)<-[:INPUT]-(:Lot)<-[:OUTPUT]-(before:Event) WHERE before.at = e.at }
MATCH circle = ANY SHORTEST (e)((a:Event)-[:OUTPUT]->(:Lot)-[:INPUT]->(b:Event) WHERE a.at = b.at)+(e)
RETURN e.id AS event, [n IN nodes(circle) | n.id] AS circle
