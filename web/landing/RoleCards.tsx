import { t } from '../text/landing.ts';
import sceneLearner from '../ui/art/scene-learner.svg?url';
import sceneMentor from '../ui/art/scene-mentor.svg?url';
import { Icon } from '../ui/Icon.tsx';
import './role-cards.css';

/** The two ways in. Their pictures show how a room and a lesson's plan look; they hold no figures. */
export function RoleCards(props: { onLearn: () => void; onTeach: () => void }) {
  return (
    <div class="roles">
      <div class="card card--link role role--learn">
        <div class="role__art" aria-hidden="true">
          <div class="mini-room">
            <img class="drawing" src={sceneMentor} alt="" width="1280" height="720" />
            <span class="mini-room__me">
              <img class="drawing" src={sceneLearner} alt="" width="1280" height="720" />
            </span>
          </div>
          <div class="mini-topics">
            <span>
              <Icon name="check" size={16} />
              <i class="mini-line w-12" />
            </span>
            <span>
              <Icon name="check" size={16} />
              <i class="mini-line w-8" />
            </span>
            <span class="now">
              <i class="mini-dot" />
              <i class="mini-line w-14" />
            </span>
          </div>
        </div>
        <h2 class="h-card">{t('landing.learnTitle')}</h2>
        <p class="muted">{t('landing.learnText')}</p>
        <button type="button" class="role__go cover" onClick={() => props.onLearn()}>
          {t('landing.learnAct')} <Icon name="arrow-right" size={20} />
        </button>
      </div>
      <div class="card card--link role role--teach">
        <div class="role__art" aria-hidden="true">
          <div class="mini-slot">
            <span class="mini-date">
              <Icon name="calendar-days" size={20} />
            </span>
            <span class="mini-lines">
              <i class="mini-line mini-line--strong w-28" />
              <i class="mini-line w-16" />
            </span>
          </div>
          <div class="mini-plan">
            <span class="seats">
              <i class="on" />
              <i class="on" />
              <i class="on" />
              <i class="on" />
              <i />
              <i />
            </span>
            <span class="mini-go">
              <Icon name="signal" size={16} />
              {t('ui.live')}
            </span>
          </div>
        </div>
        <h2 class="h-card">{t('landing.teachTitle')}</h2>
        <p class="muted">{t('landing.teachText')}</p>
        <button type="button" class="role__go cover" onClick={() => props.onTeach()}>
          {t('landing.teachAct')} <Icon name="arrow-right" size={20} />
        </button>
      </div>
    </div>
  );
}
